package io.psabridge.sandbox.control;

/** A rule of a board: right after a ticket got one status it is given another. */
public record WorkflowRule(long boardId, long whenStatus, long thenStatus) {}
