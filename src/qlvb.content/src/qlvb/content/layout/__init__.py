"""Documents laid out as Decree 30/2020 says: docx files and the lines they are made of."""
