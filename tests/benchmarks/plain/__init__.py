"""What our app is compared with: Streamlit apps written the usual way, and an empty one."""
