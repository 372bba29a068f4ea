"""What do we show that Streamlit has not? Each is a script of ours, and what it is told."""
