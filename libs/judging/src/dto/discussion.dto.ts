import { Flag, Id, Ids, Instant, ListOf, OneOf, Text, Whole } from '#libs/platform';

export class PanelTalk {
  @Id() panelId: string;
  @Text() panel: string;
  @Text() editionName: string;
  @Text() stageLabel: string;
  @Whole({ description: 'Entries the caller may talk about now.' }) entries: number;
}

export class DiscussionMessage {
  @Id() id: string;
  @OneOf(['said', 'conclusion']) kind: string;
  @Text() text: string;
  @Text() by: string;
  @Instant() saidAt: string;
}

export class DiscussionItem {
  @Id() codeId: string;
  @Text() code: string;
  @Text() title: string;
  @ListOf(() => DiscussionMessage) messages: DiscussionMessage[];
}

export class Discussion {
  @Id() panelId: string;
  @Text() panel: string;
  @Flag({ description: 'The caller leads the panel: sets the order and writes conclusions.' }) leads: boolean;
  @Flag() locked: boolean;
  @ListOf(() => DiscussionItem, { description: 'Only entries that the caller judges, in the order of the discussion.' }) items: DiscussionItem[];
  @ListOf(() => DiscussionMessage, { description: 'About the work as a whole.' }) messages: DiscussionMessage[];
}

export class MessageInput {
  @Text({ min: 8, max: 80, description: 'Chosen by the sender; the same one again is the same sentence.' }) clientKey: string;
  @Id({ optional: true, description: 'None: about the work as a whole.' }) codeId?: string;
  @OneOf(['said', 'conclusion'], { optional: true, description: 'A conclusion is the leader\'s.' }) kind?: 'said' | 'conclusion';
  @Text({ min: 1, max: 4000 }) text: string;
}

export class TalkOrderInput {
  @Ids({ min: 1, max: 2000, description: 'Codes in the order in which they are talked about.' }) codeIds: string[];
}
