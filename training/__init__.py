"""What made the data in the package that were counted or learned, not written."""
