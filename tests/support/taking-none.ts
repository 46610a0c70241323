/** Use cases that take no id of something that another organisation may have, and why. */
export const TAKING_NONE: readonly string[] = [
  // Questions that take no id, and the part of others that runs in their transaction.
  ...["judgeOrigin", "suggestCodes", "settleCode", "valueWorksheet", "stateNow"],
  // They set what is of the own authority, or take what its queue hands out.
  ...["setReviewPolicy", "nextReview", "takeSecondReview", "raiseAlert"],
  // It measures the own authority's work; a test of its own says that another's is not in it.
  "readInsight",
  // They make something of one's own, or list what is one's own.
  ...[
    "openShipment",
    "createApiKey",
    "proposeAuthorisation",
    "requestModel",
    "proposePolicy",
    "previewImport",
    "importAuthorisations",
    "openLawBasket",
    "changeGuarantee",
    "registerBook",
    "recordPermit",
    "receiveRecords",
    "previewFeedFile",
    "receiveFeedFile",
  ],
  ...["openRule", "putRuleList", "importRuleList"],
  // The system calls them with the ids of its own messages.
  ...[
    "readDocument",
    "askModel",
    "openContainer",
    "groupShipment",
    "assessClearance",
    "releaseClearance",
    "freeSecurity",
    "trainRiskModel",
    "rerouteCase",
    "preExamineCase",
    "matchOrders",
    "seedHistory",
  ],
  // People are of one organisation by another wall, which has tests of its own.
  ...["listPeople", "addMember", "changeRoles", "removeMember", "renewPasswordLink", "endMemberSessions"],
  ...["listOwnSessions", "endOwnSession"],
  // Parts of use cases, which run in the transaction of those.
  ...["claimCase", "followRuling", "witnessHold", "worksOnCases", "orderInspectionOf", "writeOutcomes", "recordItems"],
  ...[
    "secureByGuarantee",
    "addShipment",
    "moveDocument",
    "oweMatches",
    "oweMatchesOf",
    "matchNow",
    "orderOf",
    "beginAttempt",
    "attempt",
    "keptBook",
  ],
  ...[
    "settle",
    "ownField",
    "settleAs",
    "settleAsAbsent",
    "settleAsRemoved",
    "witness",
    "lockedDocument",
    "newField",
    "editable",
    "heldRule",
    "heldVersion",
    "authorOf",
  ],
];
