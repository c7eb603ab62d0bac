"""Places of paper: stores (kho), shelves (kệ) and boxes (hộp), and which dossier lies where."""
