import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import {
  Id, Instant, JobProgress, Json, Numeric, OneOf, pageOf, PageQuery, QUEUES, Returns, Text, Whole,
  type DeadLetter, type JobState, type JobStatus, type Page, type QueueState,
} from '#libs/platform';
import { QueueDesk } from './queue-desk.service.js';

class QueueStateView {
  @OneOf(QUEUES, { name: 'QueueName' }) queue: (typeof QUEUES)[number];
  @Whole() waiting: number;
  @Whole() queued: number;
  @Whole() running: number;
  @Whole() retrying: number;
  @Whole() dead: number;
  @Numeric() oldestSeconds: number;
}

class DeadJobsQuery extends PageQuery {
  @OneOf(QUEUES, { optional: true }) queue?: (typeof QUEUES)[number];
}

class DeadJobView {
  @Id() id: string;
  @Text() name: string;
  @OneOf(QUEUES, { name: 'QueueName' }) queue: (typeof QUEUES)[number];
  @Json() payload: Record<string, unknown>;
  @Whole() attempts: number;
  @Text() error: string;
  @Text() requestId: string;
  @Instant() createdAt: string;
  @Instant() diedAt: string;
}

class JobStatusView {
  @Id() id: string;
  @OneOf(['waiting', 'queued', 'running', 'retrying', 'dead', 'done'], { name: 'JobState' }) state: JobState;
  @Whole({ nullable: true }) done: number | null;
  @Whole({ nullable: true }) total: number | null;
}

/** The queues, how far single jobs are, and what failed for good. */
@ApiTags('administration')
@Controller()
export class JobsController {
  constructor(
    private readonly desk: QueueDesk,
    private readonly progress: JobProgress,
  ) {}

  @Get('admin/jobs/queues') @Access('job.read') @Returns([QueueStateView])
  queues(@CurrentActor() actor: Actor): Promise<QueueState[]> {
    return this.desk.states(actor);
  }

  @Get('admin/jobs/dead') @Access('job.read') @Returns(pageOf(DeadJobView))
  dead(@Query() query: DeadJobsQuery, @CurrentActor() actor: Actor): Promise<Page<DeadLetter>> {
    return this.desk.dead(actor, query);
  }

  /** How far a job is, for whoever was given its id when setting it off. */
  @Get('jobs/:id') @Access('job.follow') @Returns(JobStatusView)
  status(@Param('id', ParseUUIDPipe) id: string): Promise<JobStatus> {
    return this.progress.of(id);
  }

  @Post('admin/jobs/:id/retry') @HttpCode(204) @Access('job.retry')
  retry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.desk.retry(actor, id);
  }
}
