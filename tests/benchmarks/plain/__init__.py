"""What our app is held against: Streamlit apps written the usual way, and an empty one."""
