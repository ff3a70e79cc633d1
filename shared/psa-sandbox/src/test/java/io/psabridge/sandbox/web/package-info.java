@NullMarked
package io.psabridge.sandbox.web;

import org.jspecify.annotations.NullMarked;
