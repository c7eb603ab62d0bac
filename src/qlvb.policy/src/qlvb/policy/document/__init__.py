"""The document screen, the draft form and the dialogs of acts."""
