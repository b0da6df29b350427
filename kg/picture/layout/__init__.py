"""Where the shapes, lines and labels of a drawing go."""
