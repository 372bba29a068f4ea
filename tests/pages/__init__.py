"""Tests of the pages as a visitor meets them, run by Streamlit's AppTest without a browser."""
