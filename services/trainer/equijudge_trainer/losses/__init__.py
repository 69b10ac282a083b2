"""The formula of every objective, as pure functions of its parameters and of tensors."""
