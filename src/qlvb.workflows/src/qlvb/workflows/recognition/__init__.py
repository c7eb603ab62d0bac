"""Letters in scans and pictures, recognised by Tesseract in a process of its own."""
