import io.psabridge.client.ApiClient;
import io.psabridge.client.ApiException;
import io.psabridge.client.api.NotesApi;
import io.psabridge.client.api.TicketsApi;
import io.psabridge.client.model.NoteBody;
import io.psabridge.client.model.NotePostView;
import io.psabridge.client.model.TicketView;

/** Posts a note on a ticket, once, as a program would that has this client. */
final class Use {

    private final ApiClient bridge =
            new ApiClient()
                    .setRequestInterceptor(request -> request.header("Authorization", "Bearer token"));

    NotePostView note(String connection, String ticket, String text, String key) throws ApiException {
        TicketView found = new TicketsApi(bridge).getConnectionsTicketsById(connection, ticket, null, null);
        NoteBody body = new NoteBody().text(text).audience(NoteBody.AudienceEnum.INTERNAL);
        return new NotesApi(bridge).postConnectionsTicketsNotes(connection, found.getId(), body, null, key);
    }
}
