// Written by scripts/api-types/generate.ts (npm run api-types). Do not edit.
export const apiTypes: ApiTypes = {
  "answers": {
    "AgentGateway.read": {
      "schema": {
        "type": "object"
      }
    },
    "AgentGateway.send": {
      "description": "Of one socket and session, a message is stored before the next is looked at.",
      "schema": {
        "type": "object",
        "properties": {
          "message": {
            "$ref": "#/components/schemas/TeamMessage"
          }
        },
        "required": [
          "message"
        ]
      }
    },
    "AgentGateway.setPresence": {
      "schema": {
        "type": "object"
      }
    },
    "AgentGateway.typing": {
      "schema": {
        "type": "object"
      }
    },
    "AgentGateway.unwatch": {
      "schema": {
        "type": "object"
      }
    },
    "AgentGateway.watch": {
      "description": "Joins before it reads, so that nothing said in between is missed. Also how a client asks for what follows a seq.",
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/TeamSession"
          },
          "messages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamMessage"
            }
          },
          "viewers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Viewer"
            }
          }
        },
        "required": [
          "session",
          "messages",
          "viewers"
        ]
      }
    },
    "AgentGateway.watchInbox": {
      "description": "From now on tells of the handoffs of these websites, instead of those asked for before; without any, of all the member may see.",
      "schema": {
        "type": "object",
        "properties": {
          "counts": {
            "type": "object",
            "properties": {
              "resolved": {
                "type": "number"
              },
              "mine": {
                "type": "number"
              },
              "unassigned": {
                "type": "number"
              },
              "sla_at_risk": {
                "type": "number"
              },
              "offline": {
                "type": "number"
              },
              "open": {
                "type": "number"
              }
            },
            "required": [
              "resolved",
              "mine",
              "unassigned",
              "sla_at_risk",
              "offline",
              "open"
            ]
          }
        },
        "required": [
          "counts"
        ]
      }
    },
    "ApiKeysController.create": {
      "schema": {
        "$ref": "#/components/schemas/CreatedApiKey"
      }
    },
    "ApiKeysController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ApiKey"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "ApiKeysController.revoke": {
      "schema": null
    },
    "AuditController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditEntry"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "AuthController.changePassword": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "AuthController.logIn": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "AuthController.logOut": {
      "schema": null
    },
    "AuthController.me": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "ChecklistController.change": {
      "description": "Puts the checklist away for everybody, or brings it back.",
      "schema": {
        "$ref": "#/components/schemas/Checklist"
      }
    },
    "ChecklistController.get": {
      "description": "How far the installation has come, read from what is there. Demo data does not count.",
      "schema": {
        "$ref": "#/components/schemas/Checklist"
      }
    },
    "DecisionsController.comparison": {
      "description": "What a rule said in sessions of the last days against whether a person was called to them; live or in shadow.",
      "schema": {
        "$ref": "#/components/schemas/RuleComparison"
      }
    },
    "DecisionsController.counts": {
      "description": "How often each rule fired in the last days, 14 unless given.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RuleCounts"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "DecisionsController.decisions": {
      "description": "What a rule decided, newest first; those that did not fire came close and are a sample.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RuleDecision"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "DemoController.config": {
      "description": "Open to anybody: the key stands in the page of every customer anyway.",
      "schema": {
        "type": "object",
        "properties": {
          "websiteKey": {
            "type": "string"
          }
        },
        "required": [
          "websiteKey"
        ]
      }
    },
    "DemoDataController.get": {
      "schema": {
        "$ref": "#/components/schemas/DemoData"
      }
    },
    "DemoDataController.load": {
      "description": "Adds two demo websites with their articles, people and conversations, and touches nothing else. Once, however often it is called.",
      "schema": {
        "$ref": "#/components/schemas/DemoData"
      }
    },
    "DemoDataController.remove": {
      "description": "Removes what loading brought and what was added to it since; 409 `demo_data.only_admin` while nobody else could administer the installation.",
      "schema": {
        "$ref": "#/components/schemas/DemoData"
      }
    },
    "HandoffsController.assign": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.cancel": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.claim": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.counts": {
      "schema": {
        "type": "object",
        "properties": {
          "resolved": {
            "type": "number"
          },
          "mine": {
            "type": "number"
          },
          "unassigned": {
            "type": "number"
          },
          "sla_at_risk": {
            "type": "number"
          },
          "offline": {
            "type": "number"
          },
          "open": {
            "type": "number"
          }
        },
        "required": [
          "resolved",
          "mine",
          "unassigned",
          "sla_at_risk",
          "offline",
          "open"
        ]
      }
    },
    "HandoffsController.forceClaim": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.get": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HandoffSummary"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "HandoffsController.note": {
      "schema": {
        "$ref": "#/components/schemas/Note"
      }
    },
    "HandoffsController.notes": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Note"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "HandoffsController.pulse": {
      "schema": {
        "$ref": "#/components/schemas/QueuePulse"
      }
    },
    "HandoffsController.release": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HandoffsController.resolve": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "HealthController.live": {
      "description": "The process runs and answers; restarting it would not help what else may be wrong.",
      "schema": {
        "type": "object",
        "properties": {
          "status": {
            "const": "ok"
          }
        },
        "required": [
          "status"
        ]
      }
    },
    "HealthController.ready": {
      "description": "Requests may be sent here.",
      "schema": {
        "type": "object",
        "properties": {
          "status": {
            "const": "ok"
          }
        },
        "required": [
          "status"
        ]
      }
    },
    "KnowledgeController.ask": {
      "description": "What the built-in answers would say.",
      "schema": {
        "$ref": "#/components/schemas/AskedKnowledge"
      }
    },
    "KnowledgeController.change": {
      "description": "With `ifUpdatedAt`, 409 `article.changed` when somebody else has changed it since.",
      "schema": {
        "$ref": "#/components/schemas/KnowledgeArticle"
      }
    },
    "KnowledgeController.create": {
      "schema": {
        "$ref": "#/components/schemas/KnowledgeArticle"
      }
    },
    "KnowledgeController.get": {
      "schema": {
        "$ref": "#/components/schemas/KnowledgeArticle"
      }
    },
    "KnowledgeController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KnowledgeArticle"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "KnowledgeController.remove": {
      "schema": null
    },
    "KnowledgeController.summary": {
      "description": "How many articles a website has, by state and language, and whether the built-in answers know them yet.",
      "schema": {
        "$ref": "#/components/schemas/KnowledgeSummary"
      }
    },
    "MetricsController.read": {
      "schema": {
        "type": "string"
      }
    },
    "PasswordLinksController.look": {
      "schema": {
        "$ref": "#/components/schemas/LinkHolder"
      }
    },
    "PasswordLinksController.use": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "ProfileController.change": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "ProfileController.end": {
      "schema": null
    },
    "ProfileController.endOthers": {
      "description": "Every login but the one that asks.",
      "schema": null
    },
    "ProfileController.sessions": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LoginSession"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "ReplaysController.replay": {
      "description": "What a rule would have done in past sessions. With `Accept: application/x-ndjson` its progress is told line by line, the result last. Hanging up ends it.",
      "schema": {
        "$ref": "#/components/schemas/RuleReplay"
      }
    },
    "RolesController.change": {
      "schema": {
        "$ref": "#/components/schemas/RoleInfo"
      }
    },
    "RolesController.create": {
      "schema": {
        "$ref": "#/components/schemas/RoleInfo"
      }
    },
    "RolesController.get": {
      "schema": {
        "$ref": "#/components/schemas/RoleInfo"
      }
    },
    "RolesController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RoleInfo"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "RolesController.remove": {
      "schema": null
    },
    "RulesController.change": {
      "description": "With `ifVersion`, 409 `rule.changed` when somebody else has changed it since.",
      "schema": {
        "$ref": "#/components/schemas/Rule"
      }
    },
    "RulesController.create": {
      "schema": {
        "$ref": "#/components/schemas/Rule"
      }
    },
    "RulesController.facts": {
      "description": "Everything a rule may ask about; with a website also its topics and the attributes its visitors had.",
      "schema": {
        "$ref": "#/components/schemas/FactList"
      }
    },
    "RulesController.get": {
      "schema": {
        "$ref": "#/components/schemas/Rule"
      }
    },
    "RulesController.list": {
      "description": "In the order they run.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rule"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "RulesController.remove": {
      "schema": null
    },
    "RulesController.rollBack": {
      "schema": {
        "$ref": "#/components/schemas/Rule"
      }
    },
    "RulesController.try": {
      "description": "What a rule would say of a message, with the evidence; nothing follows from it.",
      "schema": {
        "$ref": "#/components/schemas/RuleTrial"
      }
    },
    "RulesController.validate": {
      "schema": {
        "$ref": "#/components/schemas/RuleValidation"
      }
    },
    "RulesController.versions": {
      "description": "Newest first.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RuleVersion"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "SetupController.complete": {
      "schema": {
        "$ref": "#/components/schemas/Me"
      }
    },
    "SetupController.state": {
      "schema": {
        "$ref": "#/components/schemas/SetupState"
      }
    },
    "TeamsController.change": {
      "schema": {
        "$ref": "#/components/schemas/Team"
      }
    },
    "TeamsController.create": {
      "schema": {
        "$ref": "#/components/schemas/Team"
      }
    },
    "TeamsController.get": {
      "schema": {
        "$ref": "#/components/schemas/Team"
      }
    },
    "TeamsController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Team"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "TeamsController.remove": {
      "schema": null
    },
    "TeamSessionsController.messages": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamMessage"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "TeamSessionsController.openHandoff": {
      "schema": {
        "$ref": "#/components/schemas/Handoff"
      }
    },
    "TeamSessionsController.reply": {
      "schema": {
        "$ref": "#/components/schemas/TeamMessage"
      }
    },
    "TeamSessionsController.session": {
      "schema": {
        "$ref": "#/components/schemas/TeamSession"
      }
    },
    "TeamSessionsController.speak": {
      "schema": {
        "$ref": "#/components/schemas/AiMessageOutcome"
      }
    },
    "TeamSessionsController.suggestions": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Suggestion"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "TestAnswerController.test": {
      "description": "Asks the website's AI as a visitor's first message would, and says which rule would fetch a person. Nothing is stored and nothing follows.",
      "schema": {
        "$ref": "#/components/schemas/TestAnswer"
      }
    },
    "TopicsController.builtIn": {
      "description": "The words and phrases by which topics are known in each language, without anything a website changed.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/BuiltInTopic"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "TopicsController.get": {
      "description": "What the website changed: words added, built-in ones switched off, topics of its own.",
      "schema": {
        "$ref": "#/components/schemas/TopicLists"
      }
    },
    "TopicsController.rollBack": {
      "schema": {
        "$ref": "#/components/schemas/TopicLists"
      }
    },
    "TopicsController.save": {
      "description": "Takes effect for the next message. A topic that a rule asks for cannot go.",
      "schema": {
        "$ref": "#/components/schemas/TopicLists"
      }
    },
    "TopicsController.try": {
      "description": "Which topics a sentence has, with the words they rest on; nothing is stored.",
      "schema": {
        "$ref": "#/components/schemas/TopicsTrial"
      }
    },
    "TopicsController.versions": {
      "description": "Newest first.",
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TopicListsVersion"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "UsersController.change": {
      "schema": {
        "$ref": "#/components/schemas/Person"
      }
    },
    "UsersController.create": {
      "schema": {
        "$ref": "#/components/schemas/Person"
      }
    },
    "UsersController.deactivate": {
      "description": "Deactivates: transcripts go on naming whoever wrote them.",
      "schema": null
    },
    "UsersController.get": {
      "schema": {
        "$ref": "#/components/schemas/Person"
      }
    },
    "UsersController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Person"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "UsersController.makeLink": {
      "description": "The address at which they choose a password, shown this once; the one before is void.",
      "schema": {
        "$ref": "#/components/schemas/CreatedLink"
      }
    },
    "UsersController.revokeLink": {
      "schema": null
    },
    "VisitorGateway.answerOffer": {
      "description": "Yes or no to the person that was offered; yes opens the handoff.",
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/VisitorSession"
          }
        },
        "required": [
          "session"
        ]
      }
    },
    "VisitorGateway.end": {
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/VisitorSession"
          }
        },
        "required": [
          "session"
        ]
      }
    },
    "VisitorGateway.rate": {
      "schema": {
        "type": "object"
      }
    },
    "VisitorGateway.read": {
      "schema": {
        "type": "object"
      }
    },
    "VisitorGateway.requestPerson": {
      "schema": {
        "type": "object",
        "properties": {
          "handoff": {
            "$ref": "#/components/schemas/RequestedHandoff"
          }
        },
        "required": [
          "handoff"
        ]
      }
    },
    "VisitorGateway.send": {
      "description": "Of one page, a message is stored before the next is looked at.",
      "schema": {
        "type": "object",
        "properties": {
          "message": {
            "$ref": "#/components/schemas/Message"
          }
        },
        "required": [
          "message"
        ]
      }
    },
    "VisitorGateway.submitContact": {
      "schema": {
        "type": "object",
        "properties": {
          "visitor": {
            "$ref": "#/components/schemas/VisitorSummary"
          }
        },
        "required": [
          "visitor"
        ]
      }
    },
    "VisitorGateway.sync": {
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/VisitorSession"
          },
          "messages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Message"
            }
          }
        },
        "required": [
          "session",
          "messages"
        ]
      }
    },
    "VisitorGateway.typing": {
      "schema": {
        "type": "object"
      }
    },
    "WebsitesController.change": {
      "schema": {
        "$ref": "#/components/schemas/Website"
      }
    },
    "WebsitesController.create": {
      "schema": {
        "$ref": "#/components/schemas/Website"
      }
    },
    "WebsitesController.get": {
      "schema": {
        "$ref": "#/components/schemas/Website"
      }
    },
    "WebsitesController.installation": {
      "description": "Which pages asked for the chat, latest first: of allowed origins, and those that were turned away.",
      "schema": {
        "$ref": "#/components/schemas/Installation"
      }
    },
    "WebsitesController.list": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Website"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "WebsitesController.remove": {
      "schema": null
    },
    "WebsitesController.renewIdentitySecret": {
      "description": "Makes a new secret for proving who a visitor is, and shows it this once; identities made with the one before are refused.",
      "schema": {
        "$ref": "#/components/schemas/IdentitySecret"
      }
    },
    "WidgetSessionsController.answerOffer": {
      "description": "Yes or no to the person that was offered; yes opens the handoff.",
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/VisitorSession"
          }
        },
        "required": [
          "session"
        ]
      }
    },
    "WidgetSessionsController.current": {
      "schema": {
        "type": "object",
        "properties": {
          "session": {
            "$ref": "#/components/schemas/VisitorSession"
          }
        },
        "required": [
          "session"
        ]
      }
    },
    "WidgetSessionsController.messages": {
      "schema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Message"
            }
          },
          "nextCursor": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "items",
          "nextCursor"
        ]
      }
    },
    "WidgetSessionsController.requestPerson": {
      "schema": {
        "$ref": "#/components/schemas/RequestedHandoff"
      }
    },
    "WidgetSessionsController.send": {
      "schema": {
        "$ref": "#/components/schemas/Message"
      }
    },
    "WidgetSessionsController.start": {
      "schema": {
        "$ref": "#/components/schemas/StartedSession"
      }
    },
    "WidgetWebsiteController.look": {
      "schema": {
        "$ref": "#/components/schemas/WidgetWebsite"
      }
    }
  },
  "told": {
    "/visitor": {
      "message.created": {
        "schema": {
          "type": "object",
          "properties": {
            "message": {
              "$ref": "#/components/schemas/Message"
            }
          },
          "required": [
            "message"
          ]
        }
      },
      "message.delta": {
        "description": "Text to append to the answer being written; the stored message replaces it.",
        "schema": {
          "type": "object",
          "properties": {
            "turnId": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "turnId",
            "text"
          ]
        }
      },
      "session.updated": {
        "schema": {
          "type": "object",
          "properties": {
            "session": {
              "$ref": "#/components/schemas/VisitorSession"
            }
          },
          "required": [
            "session"
          ]
        }
      },
      "typing": {
        "schema": {
          "type": "object",
          "properties": {
            "author": {
              "$ref": "#/components/schemas/AuthorKind"
            },
            "on": {
              "type": "boolean"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "author",
            "on"
          ]
        }
      }
    },
    "/agent": {
      "handoff.opened": {
        "schema": {
          "type": "object",
          "properties": {
            "handoff": {
              "$ref": "#/components/schemas/HandoffSummary"
            }
          },
          "required": [
            "handoff"
          ]
        }
      },
      "handoff.updated": {
        "schema": {
          "type": "object",
          "properties": {
            "handoff": {
              "$ref": "#/components/schemas/HandoffSummary"
            }
          },
          "required": [
            "handoff"
          ]
        }
      },
      "message.created": {
        "schema": {
          "type": "object",
          "properties": {
            "message": {
              "$ref": "#/components/schemas/TeamMessage"
            }
          },
          "required": [
            "message"
          ]
        }
      },
      "message.delta": {
        "schema": {
          "type": "object",
          "properties": {
            "sessionId": {
              "type": "string"
            },
            "turnId": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "sessionId",
            "turnId",
            "text"
          ]
        }
      },
      "session.updated": {
        "schema": {
          "type": "object",
          "properties": {
            "session": {
              "$ref": "#/components/schemas/TeamSession"
            }
          },
          "required": [
            "session"
          ]
        }
      },
      "note.created": {
        "schema": {
          "type": "object",
          "properties": {
            "note": {
              "$ref": "#/components/schemas/Note"
            }
          },
          "required": [
            "note"
          ]
        }
      },
      "suggestion.created": {
        "schema": {
          "type": "object",
          "properties": {
            "suggestion": {
              "$ref": "#/components/schemas/Suggestion"
            }
          },
          "required": [
            "suggestion"
          ]
        }
      },
      "typing": {
        "schema": {
          "type": "object",
          "properties": {
            "sessionId": {
              "type": "string"
            },
            "author": {
              "$ref": "#/components/schemas/AuthorKind"
            },
            "on": {
              "type": "boolean"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "sessionId",
            "author",
            "on"
          ]
        }
      },
      "viewers": {
        "schema": {
          "type": "object",
          "properties": {
            "sessionId": {
              "type": "string"
            },
            "viewers": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Viewer"
              }
            }
          },
          "required": [
            "sessionId",
            "viewers"
          ]
        }
      },
      "presence.updated": {
        "schema": {
          "type": "object",
          "properties": {
            "userId": {
              "type": "string"
            },
            "state": {
              "$ref": "#/components/schemas/PresenceState"
            }
          },
          "required": [
            "userId",
            "state"
          ]
        }
      }
    }
  },
  "problem": {
    "$ref": "#/components/schemas/ProblemBody"
  },
  "ackProblem": {
    "$ref": "#/components/schemas/AckProblem"
  },
  "schemas": {
    "AuditEntry": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "actor": {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string"
            },
            "id": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "name": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "kind",
            "id",
            "name"
          ]
        },
        "action": {
          "description": "e.g. `website.updated`",
          "type": "string"
        },
        "subject": {
          "description": "`name`: what it is called today, as far as it has a name and is still there.",
          "type": "object",
          "properties": {
            "type": {
              "type": "string"
            },
            "id": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "name": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "type",
            "id",
            "name"
          ]
        },
        "websiteId": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "details": {
          "type": "object",
          "additionalProperties": {}
        }
      },
      "required": [
        "id",
        "at",
        "actor",
        "action",
        "subject",
        "websiteId",
        "details"
      ]
    },
    "HandoffSummary": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "website": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "status": {
          "enum": [
            "pending",
            "claimed",
            "resolved",
            "cancelled"
          ]
        },
        "inProgress": {
          "description": "Claimed, and the agent has replied.",
          "type": "boolean"
        },
        "trigger": {
          "enum": [
            "requested",
            "confidence_low",
            "complex_query",
            "sensitive_topic",
            "offline_capture",
            "time_limit",
            "custom_rule"
          ]
        },
        "cause": {
          "description": "The original trigger of an offline capture, else null.",
          "anyOf": [
            {
              "enum": [
                "requested",
                "confidence_low",
                "complex_query",
                "sensitive_topic",
                "offline_capture",
                "time_limit",
                "custom_rule"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "code": {
          "description": "Finer than the trigger, e.g. `ai_unavailable`, `asked_in_words`, `billing`.",
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "priority": {
          "enum": [
            "low",
            "normal",
            "high",
            "urgent"
          ]
        },
        "visitor": {
          "$ref": "#/components/schemas/VisitorSummary"
        },
        "team": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "assignee": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "openedAt": {
          "type": "string"
        },
        "claimedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "firstResponseAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "resolvedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "cancelledAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "outcome": {
          "anyOf": [
            {
              "enum": [
                "resolved",
                "returned_to_ai",
                "closed"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastMessage": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "author": {
                  "$ref": "#/components/schemas/AuthorKind"
                },
                "text": {
                  "type": "string"
                },
                "at": {
                  "type": "string"
                }
              },
              "required": [
                "author",
                "text",
                "at"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastActivityAt": {
          "type": "string"
        },
        "sla": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "metric": {
                  "type": "string"
                },
                "dueAt": {
                  "type": "string"
                },
                "state": {
                  "type": "string"
                }
              },
              "required": [
                "metric",
                "dueAt",
                "state"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastSeq": {
          "description": "Session-wide; a row is unread while the team has read less than this.",
          "type": "number"
        },
        "teamReadSeq": {
          "type": "number"
        },
        "found": {
          "description": "In a list that was searched: by which message; null when by the visitor's name or address alone.",
          "anyOf": [
            {
              "$ref": "#/components/schemas/FoundMessage"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "sessionId",
        "website",
        "status",
        "inProgress",
        "trigger",
        "cause",
        "code",
        "reason",
        "priority",
        "visitor",
        "team",
        "assignee",
        "openedAt",
        "claimedAt",
        "firstResponseAt",
        "resolvedAt",
        "cancelledAt",
        "outcome",
        "lastMessage",
        "lastActivityAt",
        "sla",
        "lastSeq",
        "teamReadSeq"
      ]
    },
    "VisitorSummary": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "email": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "name",
        "email"
      ]
    },
    "AuthorKind": {
      "enum": [
        "visitor",
        "ai",
        "agent",
        "system"
      ]
    },
    "FoundMessage": {
      "type": "object",
      "properties": {
        "seq": {
          "type": "number"
        },
        "author": {
          "$ref": "#/components/schemas/AuthorKind"
        },
        "text": {
          "description": "Around the first word that was asked for, on one line, at most about 200 characters.",
          "type": "string"
        },
        "at": {
          "type": "string"
        }
      },
      "required": [
        "seq",
        "author",
        "text",
        "at"
      ]
    },
    "QueuePulse": {
      "description": "Who waits, for how long, and who is there: the pulse under the views.",
      "type": "object",
      "properties": {
        "waiting": {
          "type": "number"
        },
        "longestWaitSeconds": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "typicalFirstReplySeconds": {
          "description": "Median of the recent first replies, in seconds.",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "agentsOnline": {
          "type": "number"
        },
        "agents": {
          "type": "number"
        }
      },
      "required": [
        "waiting",
        "longestWaitSeconds",
        "typicalFirstReplySeconds",
        "agentsOnline",
        "agents"
      ]
    },
    "Handoff": {
      "type": "object",
      "properties": {
        "rule": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "version": {
                  "type": "number"
                }
              },
              "required": [
                "id",
                "name",
                "version"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "evidence": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "all": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/EvidenceNode"
                  }
                },
                "result": {
                  "type": "boolean"
                }
              },
              "required": [
                "all",
                "result"
              ]
            },
            {
              "type": "object",
              "properties": {
                "any": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/EvidenceNode"
                  }
                },
                "result": {
                  "type": "boolean"
                }
              },
              "required": [
                "any",
                "result"
              ]
            },
            {
              "type": "object",
              "properties": {
                "not": {
                  "$ref": "#/components/schemas/EvidenceNode"
                },
                "result": {
                  "type": "boolean"
                }
              },
              "required": [
                "not",
                "result"
              ]
            },
            {
              "type": "object",
              "properties": {
                "fact": {
                  "type": "string"
                },
                "operator": {
                  "type": "string"
                },
                "value": {},
                "path": {
                  "type": "string"
                },
                "factValue": {},
                "result": {
                  "type": "boolean"
                }
              },
              "required": [
                "fact",
                "operator",
                "value",
                "factValue",
                "result"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "promise": {
          "description": "What the visitor was told, and whether it was kept (null while open).",
          "anyOf": [
            {
              "$ref": "#/components/schemas/HandoffPromise"
            },
            {
              "type": "null"
            }
          ]
        },
        "preferredAssignee": {
          "description": "The agent a reopened conversation goes back to, if free.",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "visitor": {
          "$ref": "#/components/schemas/VisitorDetails"
        },
        "session": {
          "$ref": "#/components/schemas/TeamSession"
        },
        "messages": {
          "description": "The newest 100, in seq order.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TeamMessage"
          }
        },
        "suggestions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Suggestion"
          }
        },
        "notes": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Note"
          }
        },
        "timeline": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TimelineEntry"
          }
        },
        "earlierSessions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/EarlierSession"
          }
        },
        "crm": {
          "type": "null"
        },
        "page": {
          "anyOf": [
            {
              "$ref": "#/components/schemas/PageInfo"
            },
            {
              "type": "null"
            }
          ]
        },
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "website": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "status": {
          "enum": [
            "pending",
            "claimed",
            "resolved",
            "cancelled"
          ]
        },
        "inProgress": {
          "description": "Claimed, and the agent has replied.",
          "type": "boolean"
        },
        "trigger": {
          "enum": [
            "requested",
            "confidence_low",
            "complex_query",
            "sensitive_topic",
            "offline_capture",
            "time_limit",
            "custom_rule"
          ]
        },
        "cause": {
          "description": "The original trigger of an offline capture, else null.",
          "anyOf": [
            {
              "enum": [
                "requested",
                "confidence_low",
                "complex_query",
                "sensitive_topic",
                "offline_capture",
                "time_limit",
                "custom_rule"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "code": {
          "description": "Finer than the trigger, e.g. `ai_unavailable`, `asked_in_words`, `billing`.",
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "priority": {
          "enum": [
            "low",
            "normal",
            "high",
            "urgent"
          ]
        },
        "team": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "assignee": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "openedAt": {
          "type": "string"
        },
        "claimedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "firstResponseAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "resolvedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "cancelledAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "outcome": {
          "anyOf": [
            {
              "enum": [
                "resolved",
                "returned_to_ai",
                "closed"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastMessage": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "author": {
                  "$ref": "#/components/schemas/AuthorKind"
                },
                "text": {
                  "type": "string"
                },
                "at": {
                  "type": "string"
                }
              },
              "required": [
                "author",
                "text",
                "at"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastActivityAt": {
          "type": "string"
        },
        "sla": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "metric": {
                  "type": "string"
                },
                "dueAt": {
                  "type": "string"
                },
                "state": {
                  "type": "string"
                }
              },
              "required": [
                "metric",
                "dueAt",
                "state"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "lastSeq": {
          "description": "Session-wide; a row is unread while the team has read less than this.",
          "type": "number"
        },
        "teamReadSeq": {
          "type": "number"
        },
        "found": {
          "description": "In a list that was searched: by which message; null when by the visitor's name or address alone.",
          "anyOf": [
            {
              "$ref": "#/components/schemas/FoundMessage"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "rule",
        "evidence",
        "promise",
        "preferredAssignee",
        "visitor",
        "session",
        "messages",
        "suggestions",
        "notes",
        "timeline",
        "earlierSessions",
        "crm",
        "page",
        "id",
        "sessionId",
        "website",
        "status",
        "inProgress",
        "trigger",
        "cause",
        "code",
        "reason",
        "priority",
        "team",
        "assignee",
        "openedAt",
        "claimedAt",
        "firstResponseAt",
        "resolvedAt",
        "cancelledAt",
        "outcome",
        "lastMessage",
        "lastActivityAt",
        "sla",
        "lastSeq",
        "teamReadSeq"
      ]
    },
    "EvidenceNode": {
      "description": "The conditions again, each node with its result and each leaf with the value the fact had.",
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "all": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/EvidenceNode"
              }
            },
            "result": {
              "type": "boolean"
            }
          },
          "required": [
            "all",
            "result"
          ]
        },
        {
          "type": "object",
          "properties": {
            "any": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/EvidenceNode"
              }
            },
            "result": {
              "type": "boolean"
            }
          },
          "required": [
            "any",
            "result"
          ]
        },
        {
          "type": "object",
          "properties": {
            "not": {
              "$ref": "#/components/schemas/EvidenceNode"
            },
            "result": {
              "type": "boolean"
            }
          },
          "required": [
            "not",
            "result"
          ]
        },
        {
          "type": "object",
          "properties": {
            "fact": {
              "type": "string"
            },
            "operator": {
              "type": "string"
            },
            "value": {},
            "path": {
              "type": "string"
            },
            "factValue": {},
            "result": {
              "type": "boolean"
            }
          },
          "required": [
            "fact",
            "operator",
            "value",
            "factValue",
            "result"
          ]
        }
      ]
    },
    "HandoffPromise": {
      "type": "object",
      "properties": {
        "position": {
          "type": "number"
        },
        "etaSeconds": {
          "description": "Seconds from `madeAt`; null when no time was promised.",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "madeAt": {
          "type": "string"
        },
        "kept": {
          "anyOf": [
            {
              "type": "boolean"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "position",
        "etaSeconds",
        "madeAt",
        "kept"
      ]
    },
    "VisitorDetails": {
      "type": "object",
      "properties": {
        "phone": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "attributes": {
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "string"
              },
              {
                "type": "number"
              }
            ]
          }
        },
        "verified": {
          "type": "boolean"
        },
        "locale": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "timeZone": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "firstSeenAt": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "name": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "email": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "phone",
        "attributes",
        "verified",
        "locale",
        "timeZone",
        "firstSeenAt",
        "id",
        "name",
        "email"
      ]
    },
    "TeamSession": {
      "description": "A session as the team sees it.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "website": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "visitor": {
          "$ref": "#/components/schemas/VisitorSummary"
        },
        "owner": {
          "$ref": "#/components/schemas/SessionOwner"
        },
        "epoch": {
          "type": "number"
        },
        "status": {
          "$ref": "#/components/schemas/SessionStatus"
        },
        "lastSeq": {
          "type": "number"
        },
        "agent": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "page": {
          "anyOf": [
            {
              "$ref": "#/components/schemas/PageInfo"
            },
            {
              "type": "null"
            }
          ]
        },
        "locale": {
          "type": "string"
        },
        "tags": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "startedAt": {
          "type": "string"
        },
        "lastActivityAt": {
          "type": "string"
        },
        "closedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "previousSessionId": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "visitorReadSeq": {
          "type": "number"
        },
        "teamReadSeq": {
          "type": "number"
        },
        "visitorOnline": {
          "description": "Whether the visitor has a page open now.",
          "type": "boolean"
        }
      },
      "required": [
        "id",
        "website",
        "visitor",
        "owner",
        "epoch",
        "status",
        "lastSeq",
        "agent",
        "page",
        "locale",
        "tags",
        "startedAt",
        "lastActivityAt",
        "closedAt",
        "previousSessionId",
        "visitorReadSeq",
        "teamReadSeq",
        "visitorOnline"
      ]
    },
    "SessionOwner": {
      "description": "Who may speak now. `queue` waits for a person and keeps the AI silent; `nobody` is closed.",
      "enum": [
        "ai",
        "agent",
        "queue",
        "nobody"
      ]
    },
    "SessionStatus": {
      "enum": [
        "closed",
        "open"
      ]
    },
    "PageInfo": {
      "type": "object",
      "properties": {
        "url": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "referrer": {
          "type": "string"
        }
      }
    },
    "TeamMessage": {
      "description": "A message as the team sees it.",
      "type": "object",
      "properties": {
        "ai": {
          "anyOf": [
            {
              "$ref": "#/components/schemas/AiFacts"
            },
            {
              "type": "null"
            }
          ]
        },
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "description": "1, 2, 3 … without gaps inside its session.",
          "type": "number"
        },
        "author": {
          "$ref": "#/components/schemas/Author"
        },
        "text": {
          "type": "string"
        },
        "attachments": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Attachment"
          }
        },
        "clientId": {
          "description": "The sender's idempotency key; null on system lines.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "sources": {
          "description": "Titles and addresses only, on AI answers that rest on articles.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            },
            "required": [
              "title"
            ]
          }
        },
        "event": {
          "description": "On system lines.",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.queued"
                },
                "position": {
                  "type": "number"
                },
                "etaSeconds": {
                  "anyOf": [
                    {
                      "type": "number"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "message": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "position",
                "etaSeconds"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.captured"
                },
                "message": {
                  "type": "string"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.claimed"
                },
                "agent": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "agent"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.released"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.resolved"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.returned_to_ai"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.offered"
                },
                "offerId": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "offerId"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "session.closed"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "assistant.unavailable"
                }
              },
              "required": [
                "code"
              ]
            }
          ]
        }
      },
      "required": [
        "ai",
        "id",
        "sessionId",
        "seq",
        "author",
        "text",
        "attachments",
        "clientId",
        "createdAt"
      ]
    },
    "AiFacts": {
      "type": "object",
      "properties": {
        "confidence": {
          "description": "0…1, null when the responder gave none",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "sources": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Source"
          }
        },
        "responder": {
          "type": "string"
        }
      },
      "required": [
        "confidence",
        "sources",
        "responder"
      ]
    },
    "Source": {
      "description": "Where an AI answer came from. `url` only when the article has a public address.",
      "type": "object",
      "properties": {
        "articleId": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "url": {
          "type": "string"
        },
        "quote": {
          "description": "The sentence of the article that was used.",
          "type": "string"
        }
      },
      "required": [
        "articleId",
        "title"
      ]
    },
    "Author": {
      "type": "object",
      "properties": {
        "kind": {
          "$ref": "#/components/schemas/AuthorKind"
        },
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        }
      },
      "required": [
        "kind"
      ]
    },
    "Attachment": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "size": {
          "description": "bytes",
          "type": "number"
        },
        "url": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "name",
        "type",
        "size",
        "url"
      ]
    },
    "Suggestion": {
      "description": "Team only: an AI text the visitor never saw.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "afterSeq": {
          "description": "It answered the messages up to this seq.",
          "type": "number"
        },
        "text": {
          "type": "string"
        },
        "confidence": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "sources": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Source"
          }
        },
        "why": {
          "enum": [
            "withheld",
            "lost_fence"
          ]
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "sessionId",
        "afterSeq",
        "text",
        "confidence",
        "sources",
        "why",
        "createdAt"
      ]
    },
    "Note": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "handoffId": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "author": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "body": {
          "type": "string"
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "handoffId",
        "sessionId",
        "author",
        "body",
        "createdAt"
      ]
    },
    "TimelineEntry": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "enum": [
            "claimed",
            "resolved",
            "cancelled",
            "opened",
            "force_claimed",
            "released",
            "assigned",
            "first_response",
            "noted"
          ]
        },
        "at": {
          "type": "string"
        },
        "actor": {
          "type": "object",
          "properties": {
            "kind": {
              "enum": [
                "visitor",
                "agent",
                "system"
              ]
            },
            "id": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "name": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "kind",
            "id",
            "name"
          ]
        },
        "details": {
          "type": "object",
          "additionalProperties": {}
        }
      },
      "required": [
        "id",
        "kind",
        "at",
        "actor",
        "details"
      ]
    },
    "EarlierSession": {
      "description": "An earlier session of the same visitor, for the context pane.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "startedAt": {
          "type": "string"
        },
        "closedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "messages": {
          "type": "number"
        },
        "lastText": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "handoff": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "trigger": {
                  "type": "string"
                },
                "status": {
                  "type": "string"
                },
                "assignee": {
                  "anyOf": [
                    {
                      "type": "string"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              },
              "required": [
                "id",
                "trigger",
                "status",
                "assignee"
              ]
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "startedAt",
        "closedAt",
        "messages",
        "lastText",
        "handoff"
      ]
    },
    "RuleCounts": {
      "description": "`GET /rules/counts`: how often each rule fired, live and in shadow together by day, the oldest first and today last (UTC).",
      "type": "object",
      "properties": {
        "ruleId": {
          "type": "string"
        },
        "fired": {
          "type": "number"
        },
        "shadowFired": {
          "type": "number"
        },
        "byDay": {
          "type": "array",
          "items": {
            "type": "number"
          }
        }
      },
      "required": [
        "ruleId",
        "fired",
        "shadowFired",
        "byDay"
      ]
    },
    "RuleDecision": {
      "description": "`GET /rules/:id/decisions`: what a rule decided, newest first. Those that did not fire were close, and are a sample.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "type": "number"
        },
        "at": {
          "type": "string"
        },
        "version": {
          "type": "number"
        },
        "mode": {
          "$ref": "#/components/schemas/RuleMode"
        },
        "fired": {
          "type": "boolean"
        },
        "acted": {
          "description": "Whether something followed from it: it was live, and no rule before it had opened the handoff.",
          "type": "boolean"
        },
        "evidence": {
          "$ref": "#/components/schemas/EvidenceNode"
        }
      },
      "required": [
        "id",
        "sessionId",
        "seq",
        "at",
        "version",
        "mode",
        "fired",
        "acted",
        "evidence"
      ]
    },
    "RuleMode": {
      "enum": [
        "live",
        "shadow"
      ]
    },
    "RuleComparison": {
      "description": "Sessions by what a rule says of them and whether a person was called to them in truth.",
      "type": "object",
      "properties": {
        "both": {
          "type": "number"
        },
        "onlyRule": {
          "type": "number"
        },
        "onlyActual": {
          "type": "number"
        },
        "neither": {
          "type": "number"
        }
      },
      "required": [
        "both",
        "onlyRule",
        "onlyActual",
        "neither"
      ]
    },
    "RuleReplay": {
      "type": "object",
      "properties": {
        "sessions": {
          "description": "How many sessions were looked at.",
          "type": "number"
        },
        "fired": {
          "description": "In how many of them the rule would have fired; once in a session counts.",
          "type": "number"
        },
        "at": {
          "description": "Where, newest session first; examples once there are many.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ReplayFiring"
          }
        },
        "missed": {
          "description": "Sessions that a person took over though the rule would not have fired: examples.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ReplayMiss"
          }
        },
        "actual": {
          "$ref": "#/components/schemas/RuleComparison"
        },
        "addedPerDay": {
          "description": "Handoffs there would have been besides, by day in the website's zone; days without any are there too.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "day": {
                "type": "string"
              },
              "handoffs": {
                "type": "number"
              }
            },
            "required": [
              "day",
              "handoffs"
            ]
          }
        },
        "byHour": {
          "description": "The same by hour of the day, 0 … 23.",
          "type": "array",
          "items": {
            "type": "number"
          }
        },
        "incomplete": {
          "description": "Sessions of which not every fact the rule asks about was kept; what is unknown counts as absent.",
          "type": "number"
        }
      },
      "required": [
        "sessions",
        "fired",
        "at",
        "missed",
        "actual",
        "addedPerDay",
        "byHour",
        "incomplete"
      ]
    },
    "ReplayFiring": {
      "type": "object",
      "properties": {
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "type": "number"
        },
        "at": {
          "type": "string"
        },
        "text": {
          "description": "What the visitor had just written, shortened; empty by the clock.",
          "type": "string"
        },
        "actual": {
          "description": "Whether a person was called to this session in truth.",
          "type": "boolean"
        },
        "evidence": {
          "$ref": "#/components/schemas/EvidenceNode"
        }
      },
      "required": [
        "sessionId",
        "seq",
        "at",
        "text",
        "actual",
        "evidence"
      ]
    },
    "ReplayMiss": {
      "type": "object",
      "properties": {
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "description": "The last message when the handoff was opened.",
          "type": "number"
        },
        "at": {
          "type": "string"
        },
        "trigger": {
          "enum": [
            "requested",
            "confidence_low",
            "complex_query",
            "sensitive_topic",
            "offline_capture",
            "time_limit",
            "custom_rule"
          ]
        },
        "code": {
          "type": "string"
        }
      },
      "required": [
        "sessionId",
        "seq",
        "at",
        "trigger",
        "code"
      ]
    },
    "Rule": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "websiteId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "enabled": {
          "type": "boolean"
        },
        "mode": {
          "$ref": "#/components/schemas/RuleMode"
        },
        "stage": {
          "$ref": "#/components/schemas/RuleStage"
        },
        "priority": {
          "description": "Higher runs first.",
          "type": "number"
        },
        "cooldownSeconds": {
          "description": "How long it rests, in one session, after it has acted there; null: not at all.",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "conditions": {
          "$ref": "#/components/schemas/RuleConditions"
        },
        "action": {
          "$ref": "#/components/schemas/RuleAction"
        },
        "version": {
          "type": "number"
        },
        "trigger": {
          "description": "Which trigger and code a handoff opened by it carries.",
          "enum": [
            "requested",
            "confidence_low",
            "complex_query",
            "sensitive_topic",
            "offline_capture",
            "time_limit",
            "custom_rule"
          ]
        },
        "code": {
          "type": "string"
        },
        "builtIn": {
          "description": "Seeded with the website; its parameters can be edited, it cannot be deleted.",
          "type": "boolean"
        },
        "updatedAt": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "websiteId",
        "name",
        "enabled",
        "mode",
        "stage",
        "priority",
        "cooldownSeconds",
        "conditions",
        "action",
        "version",
        "trigger",
        "code",
        "builtIn",
        "updatedAt"
      ]
    },
    "RuleStage": {
      "description": "When rules are asked: before the AI is, on what it would say, or by the clock. Which facts are known depends on it.",
      "enum": [
        "before_reply",
        "after_reply",
        "clock"
      ]
    },
    "RuleConditions": {
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "all": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RuleNode"
              }
            }
          },
          "required": [
            "all"
          ]
        },
        {
          "type": "object",
          "properties": {
            "any": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RuleNode"
              }
            }
          },
          "required": [
            "any"
          ]
        },
        {
          "type": "object",
          "properties": {
            "not": {
              "$ref": "#/components/schemas/RuleNode"
            }
          },
          "required": [
            "not"
          ]
        }
      ]
    },
    "RuleNode": {
      "anyOf": [
        {
          "$ref": "#/components/schemas/RuleCondition"
        },
        {
          "type": "object",
          "properties": {
            "all": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RuleNode"
              }
            }
          },
          "required": [
            "all"
          ]
        },
        {
          "type": "object",
          "properties": {
            "any": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RuleNode"
              }
            }
          },
          "required": [
            "any"
          ]
        },
        {
          "type": "object",
          "properties": {
            "not": {
              "$ref": "#/components/schemas/RuleNode"
            }
          },
          "required": [
            "not"
          ]
        }
      ]
    },
    "RuleCondition": {
      "description": "A leaf in json-rules-engine's own form. `path` is dotted and sees own properties only.",
      "type": "object",
      "properties": {
        "fact": {
          "type": "string"
        },
        "operator": {
          "type": "string"
        },
        "value": {},
        "path": {
          "type": "string"
        }
      },
      "required": [
        "fact",
        "operator",
        "value"
      ]
    },
    "RuleAction": {
      "type": "object",
      "properties": {
        "type": {
          "enum": [
            "handoff",
            "offer",
            "tag"
          ]
        },
        "priority": {
          "enum": [
            "low",
            "normal",
            "high",
            "urgent"
          ]
        },
        "teamId": {
          "type": "string"
        },
        "message": {
          "description": "Said to the visitor; plain text.",
          "type": "string"
        },
        "messages": {
          "description": "The same by language (`de`, `pt-BR`); `message` is for every other.",
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "tag": {
          "type": "string"
        }
      },
      "required": [
        "type"
      ]
    },
    "FactList": {
      "description": "`GET /rules/facts?websiteId=`: the registry, and in place of `visitor.*` alone also the attributes seen on that website.",
      "type": "object",
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FactDefinition"
          }
        },
        "nextCursor": {
          "type": "null"
        },
        "attributes": {
          "description": "Attributes that visitors of the website had, by name: `visitor.<name>` is their fact. Empty without `websiteId`.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/VisitorAttribute"
          }
        }
      },
      "required": [
        "items",
        "nextCursor",
        "attributes"
      ]
    },
    "FactDefinition": {
      "description": "One fact a rule may ask about: the single source for the UI, the validator and the docs.",
      "type": "object",
      "properties": {
        "name": {
          "description": "e.g. `ai.confidence`; a trailing `.*` stands for any attribute name.",
          "type": "string"
        },
        "label": {
          "type": "string"
        },
        "type": {
          "$ref": "#/components/schemas/FactType"
        },
        "unit": {
          "description": "e.g. `seconds`, `share 0…1`",
          "type": "string"
        },
        "operators": {
          "type": "array",
          "items": {
            "enum": [
              "equal",
              "notEqual",
              "lessThan",
              "lessThanInclusive",
              "greaterThan",
              "greaterThanInclusive",
              "in",
              "notIn",
              "contains",
              "doesNotContain",
              "containsAny",
              "startsWith",
              "endsWith",
              "matches",
              "between",
              "exists",
              "before",
              "after"
            ]
          }
        },
        "values": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "string"
              },
              {
                "type": "number"
              }
            ]
          }
        },
        "valuesPerWebsite": {
          "description": "A website may have more values than these.",
          "const": true
        },
        "example": {
          "anyOf": [
            {
              "type": "boolean"
            },
            {
              "type": "string"
            },
            {
              "type": "number"
            },
            {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          ]
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RuleStage"
          }
        }
      },
      "required": [
        "name",
        "label",
        "type",
        "operators",
        "example",
        "stages"
      ]
    },
    "FactType": {
      "enum": [
        "string",
        "number",
        "boolean",
        "string[]"
      ]
    },
    "VisitorAttribute": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "types": {
          "type": "array",
          "items": {
            "enum": [
              "string",
              "number",
              "boolean"
            ]
          }
        },
        "lastSeenAt": {
          "type": "string"
        }
      },
      "required": [
        "name",
        "types",
        "lastSeenAt"
      ]
    },
    "RuleValidation": {
      "type": "object",
      "properties": {
        "ok": {
          "type": "boolean"
        },
        "errors": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "path": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            },
            "required": [
              "path",
              "message"
            ]
          }
        }
      },
      "required": [
        "ok",
        "errors"
      ]
    },
    "RuleTrial": {
      "type": "object",
      "properties": {
        "fired": {
          "type": "boolean"
        },
        "evidence": {
          "$ref": "#/components/schemas/EvidenceNode"
        },
        "facts": {
          "description": "Every fact known at that moment and stage, whether the rule asks about it or not.",
          "type": "object",
          "additionalProperties": {
            "$ref": "#/components/schemas/FactValue"
          }
        },
        "at": {
          "description": "Of a past session: the message it was asked about.",
          "$ref": "#/components/schemas/RuleMoment"
        }
      },
      "required": [
        "fired",
        "evidence",
        "facts"
      ]
    },
    "FactValue": {
      "anyOf": [
        {
          "type": "boolean"
        },
        {
          "type": "string"
        },
        {
          "type": "number"
        },
        {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        {
          "type": "null"
        }
      ]
    },
    "RuleMoment": {
      "description": "A moment of a past session at which rules were, or would have been, asked.",
      "type": "object",
      "properties": {
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "description": "The last message there was.",
          "type": "number"
        },
        "at": {
          "type": "string"
        },
        "complete": {
          "description": "Whether every fact the rule asks about is kept as it was then; else what cannot be known is absent.",
          "type": "boolean"
        }
      },
      "required": [
        "sessionId",
        "seq",
        "at",
        "complete"
      ]
    },
    "RuleVersion": {
      "description": "A rule as it was from one version to the next.",
      "type": "object",
      "properties": {
        "version": {
          "type": "number"
        },
        "name": {
          "type": "string"
        },
        "enabled": {
          "type": "boolean"
        },
        "mode": {
          "$ref": "#/components/schemas/RuleMode"
        },
        "priority": {
          "type": "number"
        },
        "cooldownSeconds": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "conditions": {
          "$ref": "#/components/schemas/RuleConditions"
        },
        "action": {
          "$ref": "#/components/schemas/RuleAction"
        },
        "author": {
          "description": "null: seeded with the website",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "version",
        "name",
        "enabled",
        "mode",
        "priority",
        "cooldownSeconds",
        "conditions",
        "action",
        "author",
        "createdAt"
      ]
    },
    "BuiltInTopic": {
      "description": "`GET /topics/built-in`: what the product knows by itself.",
      "type": "object",
      "properties": {
        "topic": {
          "enum": [
            "billing",
            "complaint",
            "legal",
            "safety",
            "personal_data"
          ]
        },
        "language": {
          "enum": [
            "en",
            "de",
            "es",
            "fr",
            "pt",
            "it",
            "nl",
            "pl"
          ]
        },
        "signs": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/BuiltInSign"
          }
        }
      },
      "required": [
        "topic",
        "language",
        "signs"
      ]
    },
    "BuiltInSign": {
      "description": "A built-in sign of a topic: a word, or words that stand near one another.",
      "type": "object",
      "properties": {
        "id": {
          "description": "By which it is switched off.",
          "type": "string"
        },
        "parts": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/SignPart"
          }
        },
        "weak": {
          "description": "Does not count alone, only together with another sign.",
          "type": "boolean"
        }
      },
      "required": [
        "id",
        "parts",
        "weak"
      ]
    },
    "SignPart": {
      "type": "object",
      "properties": {
        "words": {
          "description": "Any of these; `refund*` is every word that begins so.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "optional": {
          "type": "boolean"
        },
        "gap": {
          "description": "How many other words may stand before it.",
          "type": "number"
        }
      },
      "required": [
        "words",
        "optional",
        "gap"
      ]
    },
    "TopicLists": {
      "description": "`GET /websites/:id/topics`. Built-in topics that were never changed are not listed.",
      "type": "object",
      "properties": {
        "version": {
          "description": "0: nothing was ever changed.",
          "type": "number"
        },
        "topics": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TopicList"
          }
        },
        "updatedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "updatedBy": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "version",
        "topics",
        "updatedAt",
        "updatedBy"
      ]
    },
    "TopicList": {
      "description": "A built-in topic that was changed, or one of the website's own.",
      "type": "object",
      "properties": {
        "key": {
          "description": "What rules call it: `message.topics contains <key>`.",
          "type": "string"
        },
        "label": {
          "description": "null for a built-in topic, which is named in each reader's language.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "words": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TopicWords"
          }
        }
      },
      "required": [
        "key",
        "label",
        "words"
      ]
    },
    "TopicWords": {
      "description": "What a website changed about one topic in one language.",
      "type": "object",
      "properties": {
        "language": {
          "enum": [
            "en",
            "de",
            "es",
            "fr",
            "pt",
            "it",
            "nl",
            "pl",
            "any"
          ]
        },
        "added": {
          "description": "Words and phrases that speak for the topic. Case and accents do not matter; `refund*` is every word that begins so.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "off": {
          "description": "Ids of built-in signs that do not count here.",
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "language",
        "added",
        "off"
      ]
    },
    "TopicListsVersion": {
      "description": "What the lists were at a version; newest first in `GET /websites/:id/topics/versions`.",
      "type": "object",
      "properties": {
        "version": {
          "type": "number"
        },
        "topics": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TopicList"
          }
        },
        "author": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "version",
        "topics",
        "author",
        "createdAt"
      ]
    },
    "TopicsTrial": {
      "type": "object",
      "properties": {
        "language": {
          "description": "ISO 639-1, or `und`",
          "type": "string"
        },
        "topics": {
          "description": "Surest first.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TopicFound"
          }
        }
      },
      "required": [
        "language",
        "topics"
      ]
    },
    "TopicFound": {
      "type": "object",
      "properties": {
        "key": {
          "type": "string"
        },
        "label": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "score": {
          "type": "number"
        },
        "counts": {
          "description": "Whether rules see it.",
          "type": "boolean"
        },
        "evidence": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TextEvidence"
          }
        }
      },
      "required": [
        "key",
        "label",
        "score",
        "counts",
        "evidence"
      ]
    },
    "TextEvidence": {
      "description": "A piece of the text that speaks for a signal; offsets in UTF-16 code units of the original text.",
      "type": "object",
      "properties": {
        "start": {
          "type": "number"
        },
        "end": {
          "type": "number"
        },
        "text": {
          "type": "string"
        },
        "label": {
          "description": "What it stands for, e.g. `wish`, `person`, `negation`, `billing`.",
          "type": "string"
        }
      },
      "required": [
        "start",
        "end",
        "text",
        "label"
      ]
    },
    "Website": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "publicKey": {
          "description": "The widget's `websiteKey`.",
          "type": "string"
        },
        "allowedOrigins": {
          "description": "Exact origins, `scheme://host[:port]`.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "mode": {
          "enum": [
            "always",
            "scheduled",
            "offline_only",
            "off"
          ]
        },
        "timeZone": {
          "type": "string"
        },
        "locale": {
          "type": "string"
        },
        "reopenWindowHours": {
          "description": "A visitor who writes within this time after closing reopens the session; hours.",
          "type": "number"
        },
        "theme": {
          "$ref": "#/components/schemas/WidgetTheme"
        },
        "assistant": {
          "$ref": "#/components/schemas/AssistantSettings"
        },
        "demo": {
          "description": "Made with the demo data.",
          "type": "boolean"
        },
        "identitySecretAt": {
          "description": "When the identity secret was made; null while there is none.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "lastSeenAt": {
          "description": "When a page of an allowed origin last started the chat; null: never yet.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "name",
        "publicKey",
        "allowedOrigins",
        "mode",
        "timeZone",
        "locale",
        "reopenWindowHours",
        "theme",
        "assistant",
        "demo",
        "identitySecretAt",
        "lastSeenAt",
        "createdAt"
      ]
    },
    "WidgetTheme": {
      "type": "object",
      "properties": {
        "accent": {
          "description": "#rrggbb",
          "type": "string"
        },
        "position": {
          "enum": [
            "right",
            "left"
          ]
        },
        "greeting": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "avatarUrl": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "scheme": {
          "enum": [
            "system",
            "light",
            "dark"
          ]
        }
      },
      "required": [
        "accent",
        "position",
        "greeting",
        "avatarUrl",
        "scheme"
      ]
    },
    "AssistantSettings": {
      "description": "Settings of a website's AI. The key is write-only.",
      "type": "object",
      "properties": {
        "responder": {
          "$ref": "#/components/schemas/ResponderKind"
        },
        "baseUrl": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "model": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "hasApiKey": {
          "type": "boolean"
        },
        "instructions": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "confidenceThreshold": {
          "description": "An answer under this confidence goes to a person; 0…1.",
          "type": "number"
        },
        "deadlineMs": {
          "description": "A turn that takes longer has failed; milliseconds.",
          "type": "number"
        }
      },
      "required": [
        "responder",
        "baseUrl",
        "model",
        "hasApiKey",
        "instructions",
        "confidenceThreshold",
        "deadlineMs"
      ]
    },
    "ResponderKind": {
      "enum": [
        "knowledge",
        "openai_compatible",
        "none"
      ]
    },
    "Installation": {
      "description": "`GET /websites/:id/installation`: which pages asked for the chat, latest first.",
      "type": "object",
      "properties": {
        "sightings": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/WebsiteSighting"
          }
        }
      },
      "required": [
        "sightings"
      ]
    },
    "WebsiteSighting": {
      "description": "A page that asked for the chat, the latest time.",
      "type": "object",
      "properties": {
        "origin": {
          "type": "string"
        },
        "allowed": {
          "description": "False: its origin was not among the allowed ones then, and it was turned away.",
          "type": "boolean"
        },
        "pageUrl": {
          "description": "Without query and fragment; null where the page did not say.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "at": {
          "type": "string"
        }
      },
      "required": [
        "origin",
        "allowed",
        "pageUrl",
        "at"
      ]
    },
    "IdentitySecret": {
      "description": "`POST /websites/:id/identity-secret`: shown this once; the one before is void.",
      "type": "object",
      "properties": {
        "secret": {
          "type": "string"
        }
      },
      "required": [
        "secret"
      ]
    },
    "ApiKey": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "prefix": {
          "description": "How the key begins, to tell it from others.",
          "type": "string"
        },
        "permissions": {
          "type": "array",
          "items": {
            "enum": [
              "handoff.view",
              "handoff.claim",
              "handoff.force_claim",
              "handoff.assign",
              "handoff.open",
              "session.view",
              "session.reply",
              "note.write",
              "bot.speak",
              "knowledge.view",
              "knowledge.edit",
              "rule.view",
              "rule.edit",
              "website.view",
              "website.edit",
              "website.create",
              "user.view",
              "user.edit",
              "role.edit",
              "api_key.edit",
              "audit.view"
            ]
          }
        },
        "websiteId": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "createdBy": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "lastUsedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "expiresAt": {
          "description": "null: until it is revoked",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "name",
        "prefix",
        "permissions",
        "websiteId",
        "createdAt",
        "createdBy",
        "lastUsedAt",
        "expiresAt"
      ]
    },
    "CreatedApiKey": {
      "description": "`key` is shown this once.",
      "type": "object",
      "properties": {
        "key": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "prefix": {
          "description": "How the key begins, to tell it from others.",
          "type": "string"
        },
        "permissions": {
          "type": "array",
          "items": {
            "enum": [
              "handoff.view",
              "handoff.claim",
              "handoff.force_claim",
              "handoff.assign",
              "handoff.open",
              "session.view",
              "session.reply",
              "note.write",
              "bot.speak",
              "knowledge.view",
              "knowledge.edit",
              "rule.view",
              "rule.edit",
              "website.view",
              "website.edit",
              "website.create",
              "user.view",
              "user.edit",
              "role.edit",
              "api_key.edit",
              "audit.view"
            ]
          }
        },
        "websiteId": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "createdBy": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ]
        },
        "lastUsedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "expiresAt": {
          "description": "null: until it is revoked",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "key",
        "id",
        "name",
        "prefix",
        "permissions",
        "websiteId",
        "createdAt",
        "createdBy",
        "lastUsedAt",
        "expiresAt"
      ]
    },
    "Me": {
      "description": "200 of `POST /auth/login` and `GET /auth/me`; `permissions` are those held on at least one website.",
      "type": "object",
      "properties": {
        "user": {
          "$ref": "#/components/schemas/TeamUser"
        },
        "permissions": {
          "type": "array",
          "items": {
            "enum": [
              "handoff.view",
              "handoff.claim",
              "handoff.force_claim",
              "handoff.assign",
              "handoff.open",
              "session.view",
              "session.reply",
              "note.write",
              "bot.speak",
              "knowledge.view",
              "knowledge.edit",
              "rule.view",
              "rule.edit",
              "website.view",
              "website.edit",
              "website.create",
              "user.view",
              "user.edit",
              "role.edit",
              "api_key.edit",
              "audit.view"
            ]
          }
        }
      },
      "required": [
        "user",
        "permissions"
      ]
    },
    "TeamUser": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "active": {
          "type": "boolean"
        },
        "presence": {
          "$ref": "#/components/schemas/PresenceState"
        },
        "memberships": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Membership"
          }
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "email",
        "name",
        "active",
        "presence",
        "memberships",
        "createdAt"
      ]
    },
    "PresenceState": {
      "enum": [
        "offline",
        "online",
        "away"
      ]
    },
    "Membership": {
      "type": "object",
      "properties": {
        "websiteId": {
          "description": "null: on every website, today's and later ones",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "role": {
          "description": "One of `ROLES` by name, or the id of a role made here.",
          "type": "string"
        }
      },
      "required": [
        "websiteId",
        "role"
      ]
    },
    "LinkHolder": {
      "description": "`POST /auth/links/look`: whose link it is and what it is for.",
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "purpose": {
          "$ref": "#/components/schemas/LinkPurpose"
        },
        "expiresAt": {
          "type": "string"
        }
      },
      "required": [
        "name",
        "email",
        "purpose",
        "expiresAt"
      ]
    },
    "LinkPurpose": {
      "enum": [
        "invitation",
        "reset"
      ]
    },
    "LoginSession": {
      "description": "One login of one's own, in `GET /auth/sessions`.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "current": {
          "description": "The one that asks.",
          "type": "boolean"
        },
        "createdAt": {
          "type": "string"
        },
        "lastSeenAt": {
          "type": "string"
        },
        "address": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "userAgent": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "current",
        "createdAt",
        "lastSeenAt",
        "address",
        "userAgent"
      ]
    },
    "RoleInfo": {
      "description": "A set of permissions with a name.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The name of one that comes with Baton, or the id of one made here.",
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "description": {
          "type": "string"
        },
        "builtIn": {
          "description": "Comes with Baton and cannot be changed.",
          "type": "boolean"
        },
        "permissions": {
          "type": "array",
          "items": {
            "enum": [
              "handoff.view",
              "handoff.claim",
              "handoff.force_claim",
              "handoff.assign",
              "handoff.open",
              "session.view",
              "session.reply",
              "note.write",
              "bot.speak",
              "knowledge.view",
              "knowledge.edit",
              "rule.view",
              "rule.edit",
              "website.view",
              "website.edit",
              "website.create",
              "user.view",
              "user.edit",
              "role.edit",
              "api_key.edit",
              "audit.view"
            ]
          }
        },
        "people": {
          "description": "How many people hold it; null for who does not see everybody.",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "name",
        "description",
        "builtIn",
        "permissions",
        "people"
      ]
    },
    "Team": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "websiteId": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "memberIds": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "id",
        "name",
        "websiteId",
        "memberIds"
      ]
    },
    "Person": {
      "description": "What `/users` tells besides.",
      "type": "object",
      "properties": {
        "lastSeenAt": {
          "description": "When a login of theirs was last used, to the minute.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "joined": {
          "description": "False until there is a password to sign in with: invited, and not come yet.",
          "type": "boolean"
        },
        "link": {
          "description": "The link that is open for them, for who may make one; null for everybody else.",
          "anyOf": [
            {
              "$ref": "#/components/schemas/OpenLink"
            },
            {
              "type": "null"
            }
          ]
        },
        "id": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "active": {
          "type": "boolean"
        },
        "presence": {
          "$ref": "#/components/schemas/PresenceState"
        },
        "memberships": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Membership"
          }
        },
        "createdAt": {
          "type": "string"
        }
      },
      "required": [
        "lastSeenAt",
        "joined",
        "link",
        "id",
        "email",
        "name",
        "active",
        "presence",
        "memberships",
        "createdAt"
      ]
    },
    "OpenLink": {
      "type": "object",
      "properties": {
        "purpose": {
          "$ref": "#/components/schemas/LinkPurpose"
        },
        "expiresAt": {
          "type": "string"
        }
      },
      "required": [
        "purpose",
        "expiresAt"
      ]
    },
    "CreatedLink": {
      "description": "`POST /users/:id/link`: the address at which they choose a password, shown this once; the one before is void.",
      "type": "object",
      "properties": {
        "url": {
          "type": "string"
        },
        "purpose": {
          "$ref": "#/components/schemas/LinkPurpose"
        },
        "expiresAt": {
          "type": "string"
        }
      },
      "required": [
        "url",
        "purpose",
        "expiresAt"
      ]
    },
    "KnowledgeArticle": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "websiteId": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "body": {
          "description": "Markdown-lite.",
          "type": "string"
        },
        "questions": {
          "description": "Other ways visitors ask for this.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "language": {
          "type": "string"
        },
        "url": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "published": {
          "type": "boolean"
        },
        "uses": {
          "description": "How many answers to visitors came from it in the last 30 days.",
          "type": "number"
        },
        "createdAt": {
          "type": "string"
        },
        "updatedAt": {
          "type": "string"
        },
        "updatedBy": {
          "description": "null: written by Baton itself, as demo articles are.",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name"
              ]
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "id",
        "websiteId",
        "title",
        "body",
        "questions",
        "language",
        "url",
        "published",
        "uses",
        "createdAt",
        "updatedAt",
        "updatedBy"
      ]
    },
    "AskedKnowledge": {
      "description": "`POST /knowledge/ask {websiteId, text}`: what the built-in answers would say, and how sure they have to be there.",
      "type": "object",
      "properties": {
        "threshold": {
          "description": "The website's confidence threshold: under it a person takes over. 0…1",
          "type": "number"
        },
        "confidence": {
          "type": "number"
        },
        "answered": {
          "type": "boolean"
        },
        "text": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "sources": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Source"
          }
        },
        "candidates": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "articleId": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "score": {
                "type": "number"
              }
            },
            "required": [
              "articleId",
              "title",
              "score"
            ]
          }
        },
        "millis": {
          "type": "number"
        }
      },
      "required": [
        "threshold",
        "confidence",
        "answered",
        "text",
        "sources",
        "candidates",
        "millis"
      ]
    },
    "KnowledgeSummary": {
      "description": "`GET /knowledge/summary?websiteId=`: what there is to filter by.",
      "type": "object",
      "properties": {
        "published": {
          "type": "number"
        },
        "drafts": {
          "type": "number"
        },
        "languages": {
          "description": "The most used first.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "language": {
                "type": "string"
              },
              "articles": {
                "type": "number"
              }
            },
            "required": [
              "language",
              "articles"
            ]
          }
        },
        "learning": {
          "description": "Whether the built-in answers know the published articles as they stand; null when no website was named.",
          "anyOf": [
            {
              "$ref": "#/components/schemas/KnowledgeLearning"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "published",
        "drafts",
        "languages",
        "learning"
      ]
    },
    "KnowledgeLearning": {
      "type": "object",
      "properties": {
        "state": {
          "description": "`learning`: questions are answered from what was known before, in the words of the articles as they are now. `failed`: likewise, until it is tried again.",
          "enum": [
            "current",
            "learning",
            "failed"
          ]
        },
        "version": {
          "description": "Counts up with every time the articles were learned; null: never yet.",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "learnedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "failedAt": {
          "description": "Of the last attempt, when it failed.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "problem": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "state",
        "version",
        "learnedAt",
        "failedAt",
        "problem"
      ]
    },
    "TestAnswer": {
      "description": "`POST /websites/:id/test-answer {text}`",
      "type": "object",
      "properties": {
        "outcome": {
          "enum": [
            "failed",
            "answered",
            "no_answer"
          ]
        },
        "text": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "verdict": {
          "anyOf": [
            {
              "$ref": "#/components/schemas/Verdict"
            },
            {
              "type": "null"
            }
          ]
        },
        "failure": {
          "anyOf": [
            {
              "enum": [
                "timeout",
                "unreachable",
                "refused",
                "malformed"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "detail": {
          "description": "On failures: what went wrong, in the endpoint's own words where there are any.",
          "type": "string"
        },
        "responder": {
          "$ref": "#/components/schemas/ResponderKind"
        },
        "millis": {
          "type": "number"
        },
        "handoff": {
          "description": "What the live rules would do with it: the handoff they would open, as a visitor's first message. null: the visitor gets the answer.",
          "anyOf": [
            {
              "$ref": "#/components/schemas/TestHandoff"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "outcome",
        "text",
        "verdict",
        "failure",
        "responder",
        "millis",
        "handoff"
      ]
    },
    "Verdict": {
      "description": "What a responder knows of its answer before its first word leaves.",
      "type": "object",
      "properties": {
        "confidence": {
          "type": "number"
        },
        "answered": {
          "type": "boolean"
        },
        "topics": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "complexity": {
          "description": "0…1, how involved the responder finds the question",
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "sources": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Source"
          }
        }
      },
      "required": [
        "confidence",
        "answered",
        "topics",
        "complexity",
        "sources"
      ]
    },
    "TestHandoff": {
      "type": "object",
      "properties": {
        "stage": {
          "description": "`before_reply`: the AI would not even have been asked.",
          "enum": [
            "before_reply",
            "after_reply"
          ]
        },
        "ruleId": {
          "type": "string"
        },
        "rule": {
          "type": "string"
        },
        "trigger": {
          "enum": [
            "requested",
            "confidence_low",
            "complex_query",
            "sensitive_topic",
            "offline_capture",
            "time_limit",
            "custom_rule"
          ]
        },
        "code": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "stage",
        "ruleId",
        "rule",
        "trigger",
        "code",
        "reason"
      ]
    },
    "AiMessageOutcome": {
      "description": "201 of `ai-messages`: shown to the visitor, or withheld by a rule that then opened a handoff.",
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "outcome": {
              "const": "delivered"
            },
            "message": {
              "$ref": "#/components/schemas/TeamMessage"
            }
          },
          "required": [
            "outcome",
            "message"
          ]
        },
        {
          "type": "object",
          "properties": {
            "outcome": {
              "const": "withheld"
            },
            "suggestion": {
              "$ref": "#/components/schemas/Suggestion"
            },
            "handoffId": {
              "type": "string"
            }
          },
          "required": [
            "outcome",
            "suggestion",
            "handoffId"
          ]
        }
      ]
    },
    "StartedSession": {
      "type": "object",
      "properties": {
        "visitorToken": {
          "type": "string"
        },
        "session": {
          "$ref": "#/components/schemas/VisitorSession"
        },
        "website": {
          "$ref": "#/components/schemas/WidgetWebsite"
        }
      },
      "required": [
        "visitorToken",
        "session",
        "website"
      ]
    },
    "VisitorSession": {
      "description": "A session as its visitor sees it.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "owner": {
          "$ref": "#/components/schemas/SessionOwner"
        },
        "status": {
          "$ref": "#/components/schemas/SessionStatus"
        },
        "lastSeq": {
          "type": "number"
        },
        "agent": {
          "description": "Who speaks, once a person has taken over.",
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            }
          },
          "required": [
            "name"
          ]
        },
        "position": {
          "description": "Place in the queue, from 1.",
          "type": "number"
        },
        "etaSeconds": {
          "description": "Typical wait in seconds; absent while too little is known.",
          "type": "number"
        },
        "opensAt": {
          "type": "string"
        },
        "away": {
          "description": "Nobody is there; the request for a person is kept.",
          "const": true
        },
        "offer": {
          "description": "A person was offered, and the visitor has not said yes or no.",
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            }
          },
          "required": [
            "id"
          ]
        },
        "readSeq": {
          "description": "The highest seq a person of the team has read.",
          "type": "number"
        }
      },
      "required": [
        "id",
        "owner",
        "status",
        "lastSeq"
      ]
    },
    "WidgetWebsite": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "theme": {
          "$ref": "#/components/schemas/WidgetTheme"
        },
        "locale": {
          "type": "string"
        },
        "texts": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "mode": {
          "enum": [
            "always",
            "scheduled",
            "offline_only",
            "off"
          ]
        },
        "open": {
          "type": "boolean"
        },
        "opensAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "name",
        "theme",
        "locale",
        "texts",
        "mode",
        "open",
        "opensAt"
      ]
    },
    "Message": {
      "description": "A message as the visitor sees it. Everything in a message is visible to the visitor; team-only things are elsewhere.",
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "sessionId": {
          "type": "string"
        },
        "seq": {
          "description": "1, 2, 3 … without gaps inside its session.",
          "type": "number"
        },
        "author": {
          "$ref": "#/components/schemas/Author"
        },
        "text": {
          "type": "string"
        },
        "attachments": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Attachment"
          }
        },
        "clientId": {
          "description": "The sender's idempotency key; null on system lines.",
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "sources": {
          "description": "Titles and addresses only, on AI answers that rest on articles.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            },
            "required": [
              "title"
            ]
          }
        },
        "event": {
          "description": "On system lines.",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.queued"
                },
                "position": {
                  "type": "number"
                },
                "etaSeconds": {
                  "anyOf": [
                    {
                      "type": "number"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "message": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "position",
                "etaSeconds"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.captured"
                },
                "message": {
                  "type": "string"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.claimed"
                },
                "agent": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "agent"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.released"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.resolved"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.returned_to_ai"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "handoff.offered"
                },
                "offerId": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "offerId"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "session.closed"
                }
              },
              "required": [
                "code"
              ]
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "const": "assistant.unavailable"
                }
              },
              "required": [
                "code"
              ]
            }
          ]
        }
      },
      "required": [
        "id",
        "sessionId",
        "seq",
        "author",
        "text",
        "attachments",
        "clientId",
        "createdAt"
      ]
    },
    "RequestedHandoff": {
      "description": "Answer to `handoff.request`.",
      "type": "object",
      "properties": {
        "status": {
          "enum": [
            "pending",
            "claimed"
          ]
        },
        "position": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        },
        "etaSeconds": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "status",
        "position",
        "etaSeconds"
      ]
    },
    "Viewer": {
      "type": "object",
      "properties": {
        "userId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        }
      },
      "required": [
        "userId",
        "name"
      ]
    },
    "DemoData": {
      "description": "`GET`, `POST` (load) and `DELETE` (remove) of `/setup/demo-data` answer with it.",
      "type": "object",
      "properties": {
        "state": {
          "description": "`loading`: its websites are there, its conversations not all yet; another `POST` goes on.",
          "enum": [
            "absent",
            "loading",
            "loaded"
          ]
        },
        "loadedAt": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ]
        },
        "websites": {
          "description": "What there is of it now, also what visitors and agents added to it.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "name"
            ]
          }
        },
        "people": {
          "type": "number"
        },
        "conversations": {
          "type": "number"
        },
        "includesYou": {
          "description": "Whoever asks is one of the demo's people: removing it ends their account.",
          "type": "boolean"
        },
        "removable": {
          "description": "Somebody else can administer the installation; without that it is not removed.",
          "type": "boolean"
        }
      },
      "required": [
        "state",
        "loadedAt",
        "websites",
        "people",
        "conversations",
        "includesYou",
        "removable"
      ]
    },
    "Checklist": {
      "description": "`GET /setup/checklist`.",
      "type": "object",
      "properties": {
        "steps": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "enum": [
                  "claimed",
                  "website",
                  "look",
                  "article",
                  "answer",
                  "seen",
                  "teammate"
                ]
              },
              "done": {
                "type": "boolean"
              }
            },
            "required": [
              "id",
              "done"
            ]
          }
        },
        "website": {
          "description": "The first website that is not the demo's; the steps are taken there.",
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "publicKey": {
                  "type": "string"
                }
              },
              "required": [
                "id",
                "name",
                "publicKey"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "dismissed": {
          "type": "boolean"
        }
      },
      "required": [
        "steps",
        "website",
        "dismissed"
      ]
    },
    "SetupState": {
      "type": "object",
      "properties": {
        "open": {
          "type": "boolean"
        }
      },
      "required": [
        "open"
      ]
    },
    "ProblemBody": {
      "description": "RFC 9457 body of every refused HTTP request. `code` is stable and dotted; `title` and `detail` are for people.",
      "type": "object",
      "properties": {
        "type": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "status": {
          "type": "number"
        },
        "code": {
          "type": "string"
        },
        "detail": {
          "type": "string"
        },
        "errors": {
          "description": "One entry per bad field; `path` is dotted, e.g. `visitor.email`.",
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FieldError"
          }
        },
        "details": {
          "type": "object",
          "additionalProperties": {}
        },
        "incident": {
          "description": "Present on unexpected failures only: the id under which the cause was logged.",
          "type": "string"
        }
      },
      "required": [
        "type",
        "title",
        "status",
        "code",
        "detail"
      ]
    },
    "FieldError": {
      "type": "object",
      "properties": {
        "path": {
          "type": "string"
        },
        "message": {
          "type": "string"
        }
      },
      "required": [
        "path",
        "message"
      ]
    },
    "AckProblem": {
      "description": "The refusal half of every socket acknowledgement.",
      "type": "object",
      "properties": {
        "code": {
          "type": "string"
        },
        "message": {
          "type": "string"
        },
        "errors": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FieldError"
          }
        },
        "details": {
          "type": "object",
          "additionalProperties": {}
        }
      },
      "required": [
        "code",
        "message"
      ]
    }
  }
};

type Schema = Readonly<Record<string, unknown>>;

export interface ApiTypes {
  /** By `Class.method` of controllers and gateways; schema null: nothing comes back. */
  readonly answers: Readonly<Record<string, { readonly description?: string; readonly schema: Schema | null }>>;
  /** By namespace and event: what the server tells by itself. */
  readonly told: Readonly<Record<string, Readonly<Record<string, { readonly description?: string; readonly schema: Schema | null }>>>>;
  readonly problem: Schema;
  readonly ackProblem: Schema;
  readonly schemas: Readonly<Record<string, Schema>>;
}
