// The handlers of the actions, as they served Hasura: plain HTTP, no packages.
const http = require('node:http');

const users = { Ann: '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', Bob: '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a12' };

const actions = {
  '/login': ({ input }, headers) => {
    const id = users[input.name];
    return id
      ? [200, { id, device: headers['x-device'] ?? null }]
      : [400, { message: 'Nobody has that name', extensions: { code: 'user-unknown' } }];
  },
  '/cancelOrder': ({ input, session_variables: session }, headers) =>
    headers['x-secret'] === process.env.HANDLER_SECRET
      ? [200, { orderId: input.orderId, requestedBy: session['x-hasura-user-id'] }]
      : [400, { message: 'Wrong secret' }],
  '/recommend': ({ input }) => [
    200,
    [
      { productId: 2, reason: 'Others took it' },
      { productId: 1, reason: 'You had it before' },
    ].slice(0, input.most ?? 2),
  ],
};

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const action = actions[request.url];
    const [status, answer] = action ? action(JSON.parse(body), request.headers) : [404, { message: 'No such action' }];
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit()); // ends with the program that started it
