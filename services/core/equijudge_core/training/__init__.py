"""What a training run is: its configuration, and what API, trainer worker and client exchange about it. Data only."""
