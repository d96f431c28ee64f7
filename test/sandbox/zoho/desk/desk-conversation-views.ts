// How Desk answers the conversation of a ticket: comments, threads and replies.
import { blank, type Json } from '../books/blank.ts';
import { fullName, zohoUsers } from '../users.ts';
import { deskTime } from '../zoho-time.ts';
import { deskFullName } from './desk-contacts.ts';
import type { DeskComment, DeskOrg, DeskThread } from './desk-org.ts';
import { source } from './desk-ticket-views.ts';

interface Author {
  readonly name: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly isAgent: boolean;
}

function authorOf(org: DeskOrg, id: string): Author {
  const agent = zohoUsers.find((one) => one.deskAgentId === id);
  if (agent !== undefined) {
    const { email, firstName, lastName } = agent;
    return { name: fullName(agent), email, firstName, lastName, isAgent: true };
  }
  const contact = org.contacts.get(id);
  return {
    name: contact === undefined ? '' : deskFullName(contact),
    email: contact?.details.email ?? '',
    firstName: contact?.details.firstName ?? '',
    lastName: contact?.details.lastName ?? '',
    isAgent: false,
  };
}

export function commentView(org: DeskOrg, comment: DeskComment): Json {
  const { isAgent, ...author } = authorOf(org, comment.commenterId);
  return {
    id: comment.id,
    content: comment.content,
    encodedContent: comment.content,
    plainText: comment.content.replace(/<[^>]+>/g, ' ').trim(),
    contentType: comment.contentType,
    isPublic: comment.isPublic,
    commentedTime: deskTime(comment.createdAt),
    modifiedTime: comment.modifiedAt === comment.createdAt ? null : deskTime(comment.modifiedAt),
    commenterId: comment.commenterId,
    commenter: {
      ...author,
      photoURL: null,
      roleName: '',
      type: isAgent ? 'AGENT' : 'END_USER',
    },
    attachments: [],
    mention: [],
    impersonatedUser: null,
  };
}

const SUMMARY_MAX = 180;

function threadBase(org: DeskOrg, thread: DeskThread): Json {
  const { isAgent, ...author } = authorOf(org, thread.authorId);
  return {
    id: thread.id,
    channel: thread.channel,
    canReply: true,
    contentType: thread.contentType,
    hasAttach: false,
    status: 'SUCCESS',
    summary: thread.content
      .replace(/<[^>]+>/g, ' ')
      .trim()
      .slice(0, SUMMARY_MAX),
    author: {
      id: thread.authorId,
      ...author,
      photoURL: isAgent ? '' : null,
      type: isAgent ? 'AGENT' : 'END_USER',
    },
    attachmentCount: '0',
    channelRelatedInfo: null,
    readReceipts: null,
    impersonatedUser: null,
    source: source(),
    isDescriptionThread: thread.isDescription,
    visibility: 'public',
    createdTime: deskTime(thread.createdAt),
    actions: [],
    direction: thread.direction,
  };
}

export function threadRow(org: DeskOrg, thread: DeskThread): Json {
  return {
    ...blank({ nulls: 'sentiment aspects respondedIn lastRatingIconURL keyWords' }),
    ...threadBase(org, thread),
  };
}

/** What `sendReply` answers. */
export function replyView(org: DeskOrg, thread: DeskThread): Json {
  return {
    ...threadBase(org, thread),
    attachments: [],
    content: thread.content,
    replyTo: null,
    respondedIn: '0',
    fullContentURL: null,
    isContentTruncated: false,
    cc: '',
    bcc: '',
    to: thread.to,
    fromEmailAddress: thread.from,
    responderId: thread.authorId,
    isForward: false,
  };
}
