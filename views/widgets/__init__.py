"""The part of the views that is made of Streamlit's widgets."""
