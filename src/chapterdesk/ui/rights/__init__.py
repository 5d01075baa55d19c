"""What people have a right to: seeing what is kept about them, having it erased, its not being kept for ever."""
