"""What a user has set in a file: when reminders are due, and by which channels they leave."""
