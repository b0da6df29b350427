"""What people have, read with the place of everything: seed files, lines of JSON, texts of documents."""
