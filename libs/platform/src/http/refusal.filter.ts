import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { currentContext } from '../context.js';
import { sqlState } from '../database.js';
import { Refusal, type Problem } from '../refusal.js';
import { findText, text } from '../texts.js';

interface Answer {
  status: number;
  code: string;
  params?: Record<string, string | number>;
  problems?: Problem[];
}

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
  sent: boolean;
}

const HTTP_CODES: Record<number, string> = {
  400: 'MALFORMED_REQUEST', 401: 'NOT_LOGGED_IN', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 405: 'NOT_FOUND', 406: 'NOT_FOUND',
  408: 'MALFORMED_REQUEST', 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_TYPE', 429: 'TOO_MANY_REQUESTS', 503: 'UNAVAILABLE',
};

/** States and errors that mean "the database is not there right now" rather than "we are wrong". */
function isOutage(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  if (/^(08|57P|53)/.test(state)) return true;
  if (/^E(CONNREFUSED|CONNRESET|PIPE|NOTFOUND|TIMEDOUT|AI_AGAIN)|^ENOENT$/.test(state)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|server closed the connection|not queryable|Connection is closed/i.test(message);
}

function answerTo(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, code: error.code, params: error.params, problems: error.problems };
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status !== undefined && status < 500) return { status, code: HTTP_CODES[status] ?? 'MALFORMED_REQUEST' };
  if (status === 503 || isOutage(error)) return { status: 503, code: 'UNAVAILABLE' };
  // Others changed the same things at the same moment, again and again: nothing was done, and once more may do.
  if (/^40(001|P01)$/.test(sqlState(error) ?? '')) return { status: 409, code: 'TRY_AGAIN' };
  // Text that PostgreSQL cannot hold (NUL, broken UTF-8) or a number out of its range is the sender's.
  if (/^(22021|22P02|22P05|22003|22007|22008)$/.test(sqlState(error) ?? '')) return { status: 400, code: 'INVALID_INPUT' };
  return { status: 500, code: 'INTERNAL' };
}

/** Turns whatever was thrown into `{code, message, problems, requestId}`; what we did not foresee is logged, not shown. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<Reply>();
    const { requestId } = currentContext();
    const answer = answerTo(error);
    if (answer.status >= 500) this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (reply.sent) return;
    if (answer.status === 503) void reply.header('retry-after', '5');
    if (answer.status === 429 && answer.params?.seconds !== undefined) void reply.header('retry-after', String(answer.params.seconds));
    void reply.status(answer.status).send({
      code: answer.code,
      message: findText(`errors.${answer.code}`, answer.params) ?? text('errors.INTERNAL'),
      params: answer.params ?? {},
      problems: (answer.problems ?? []).map((problem) => ({
        ...problem,
        message: problem.message ?? findText(`errors.${problem.code}`, problem.params) ?? text('errors.INVALID'),
      })),
      requestId,
    });
  }
}
