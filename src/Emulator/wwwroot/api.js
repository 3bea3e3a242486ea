// The emulator's own HTTP. Every refusal comes as {error}: one sentence.
async function ask(path, method = 'GET', body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(answer?.error ?? answer?.problem ?? `The emulator answered ${response.status}.`);
  return answer;
}

const phonePath = (number) => `/api/phones/${encodeURIComponent(number)}`;

export const api = {
  state: () => ask('/api/state'),
  clock: () => ask('/api/clock'),
  moveClock: (forward) => ask('/api/clock', 'POST', { forward }),
  addPhone: (phone) => ask('/api/phones', 'POST', phone),
  removePhone: (number) => ask(phonePath(number), 'DELETE'),
  send: (number, message) => ask(`${phonePath(number)}/messages`, 'POST', message),
  read: (number) => ask(`${phonePath(number)}/read`, 'POST'),
};
