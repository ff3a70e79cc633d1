import createClient from "openapi-fetch";
import type { components, paths } from "./api";

type NotePost = components["schemas"]["NotePostView"];

const bridge = createClient<paths>({ baseUrl: "http://127.0.0.1:8080", headers: { Authorization: "Bearer token" } });

/** Posts a note on the first open ticket, once. */
export async function note(connectionId: string, text: string, key: string): Promise<NotePost | undefined> {
  const found = await bridge.GET("/v1/connections/{connectionId}/tickets", {
    params: { path: { connectionId }, query: { closed: false, limit: 1 } },
  });
  if (found.error) {
    throw new Error(`${found.error.code}: ${found.error.detail} ${found.error.fix ?? ""}`);
  }
  const ticketId = found.data.items[0]?.id;
  if (ticketId === undefined) {
    return undefined;
  }
  const posted = await bridge.POST("/v1/connections/{connectionId}/tickets/{ticketId}/notes", {
    params: { path: { connectionId, ticketId }, header: { "Idempotency-Key": key } },
    body: { text, audience: "internal", notifyCustomer: false, preview: false },
  });
  return posted.data;
}
