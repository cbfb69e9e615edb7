"""`python -m bilateral_tracker` is `bilateral`.

The collector of cycles is off from here on: a run is over before it would pay, and it costs a tenth of the start.
"""

import gc

gc.disable()

from bilateral_tracker.cli.main import main  # noqa: E402  # everything loaded from here on is spared

if __name__ == "__main__":
    main()
