"""`python -m bilateral_tracker` is `bilateral`."""

from bilateral_tracker.cli.main import main

if __name__ == "__main__":
    main()
