"""The drawings that an answer can be shown as: one file each."""
