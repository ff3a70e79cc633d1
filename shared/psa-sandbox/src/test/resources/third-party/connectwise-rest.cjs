// Uses the npm package connectwise-rest as its readers do: lists tickets, creates one, posts a note.
const { ManageAPI } = require('connectwise-rest');

async function main() {
  const [origin, companyId, publicKey, privateKey, clientId] = process.argv.slice(2);
  const manage = new ManageAPI({
    companyId, publicKey, privateKey, clientId,
    companyUrl: new URL(origin).host,
    entryPoint: 'v4_6_release',
    timeout: 5000,
    retry: false,
  });
  // the package always says https: the sandbox listens on plain http
  for (const api of [manage, ...Object.values(manage)]) {
    if (api && api.instance) api.instance.defaults.baseURL = `${origin}/v4_6_release/apis/3.0`;
  }
  const tickets = await manage.ServiceAPI.getServiceTickets({ conditions: 'board/id=21 and closedFlag=False', orderBy: 'id desc', pageSize: 10 });
  const created = await manage.ServiceAPI.postServiceTickets({ summary: 'Von außen: 厨房のケトル', company: { id: 250 }, processNotifications: false });
  const note = await manage.ServiceAPI.postServiceTicketsByParentIdNotes(created.id, { text: 'Zeile 1\nZeile 2 ☕', internalAnalysisFlag: true });
  const all = await manage.ServiceAPI.paginate(manage.ServiceAPI.getServiceTickets, { pageSize: 20 }, { conditions: 'board/id=23' });
  console.log(JSON.stringify({ listed: tickets.length, ticket: created.id, summary: created.summary, note: note.id, paged: all.length }));
}

main().catch((error) => { console.error(String(error && error.message), JSON.stringify(error)); process.exit(1); });
