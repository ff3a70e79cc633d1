package io.psabridge.platform.db;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("widget")
record Widget(@Id String name) {}
