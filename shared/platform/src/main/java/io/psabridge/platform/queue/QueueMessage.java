package io.psabridge.platform.queue;

/**
 * What a queue hands out.
 *
 * @param id by which the queue knows the message
 */
public record QueueMessage(String id, String body) {}
