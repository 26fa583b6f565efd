import type { Provider, Type } from '@nestjs/common';
import { CommentNames } from './comment-names.service.js';
import { JudgingPeople } from './judging-people.queries.js';

/** What serves the desk's comments, watches over the judging and reports on it. */
export const DESK_AND_WATCH: Provider[] = [CommentNames, JudgingPeople];

export const WATCH_CONTROLLERS: Type[] = [];
