/** What every HTTP route shares: tokens, problems, request ids, paging, JSON. */
@NullMarked
package io.psabridge.platform.web;

import org.jspecify.annotations.NullMarked;
