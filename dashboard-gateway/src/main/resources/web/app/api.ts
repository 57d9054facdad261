/** What an error answer says (RFC 9457). */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  errors: { field: string; value: string | null; allowed: string }[];
}

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

let csrfToken = '';

/** The token that every unsafe request carries; known after sign-in. */
export function useCsrfToken(token: string) {
  csrfToken = token;
}

/** Answers of the gateway carry its clock: how far ours is off, in milliseconds. */
export let clockOffset = 0;

async function send(method: string, path: string, body?: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      body,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrfToken }),
      },
    });
  } catch {
    throw new ApiError({ title: '', status: 0, detail: 'the gateway cannot be reached', errors: [] });
  }
  const date = response.headers.get('Date');
  if (date) {
    clockOffset = Date.parse(date) - Date.now();
  }
  if (!response.ok) {
    throw new ApiError(await problem(response));
  }
  return response;
}

async function problem(response: Response): Promise<Problem> {
  const fallback = {
    title: response.statusText,
    status: response.status,
    detail: `${response.status} ${response.statusText}`,
    errors: [],
  };
  try {
    return { ...fallback, ...(await response.json()) };
  } catch {
    return fallback;
  }
}

export async function get<T>(path: string): Promise<T> {
  return (await send('GET', path)).json();
}

export async function getText(path: string): Promise<string> {
  return (await send('GET', path)).text();
}

/** Sends JSON; a text is sent as it is. */
export async function call<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
  return (await send(method, path, typeof body === 'string' ? body : JSON.stringify(body))).json();
}

export async function remove(path: string): Promise<void> {
  await send('DELETE', path);
}

/** What went wrong, for a person. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
