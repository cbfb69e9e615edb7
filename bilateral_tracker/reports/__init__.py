"""Values to text and bytes. Pure: nothing is read and nothing is sent."""
