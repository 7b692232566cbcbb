"""What a user sees: the command line and the Streamlit app. Nothing is computed here."""
