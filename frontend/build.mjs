// Builds the UI into dist/ for the hub to serve; does nothing when nothing changed.
