import { Injectable } from '@nestjs/common';

/** Whether somebody may follow a topic. `accountId` is undefined for people who are not logged in. */
export type TopicRule = (topic: string, accountId: string | undefined) => Promise<boolean>;

/** Who may follow which topic: rooms declare a rule for the word before the colon (`results:<edition>`) in `onModuleInit`. */
@Injectable()
export class LiveTopics {
  private readonly rules = new Map<string, TopicRule>();

  declare(kind: string, rule: TopicRule): void {
    this.rules.set(kind, rule);
  }

  /** A topic that no room declares is nobody's. */
  async mayFollow(topic: string, accountId: string | undefined): Promise<boolean> {
    const rule = this.rules.get(topic.split(':')[0] ?? '');
    return rule ? rule(topic, accountId) : false;
  }
}
