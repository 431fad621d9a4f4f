/// The JSON Schema (2020-12) that ``jsonReport(_:_:_:into:)`` and each line of
/// ``ndjsonReport(_:_:_:into:)`` validate against.
///
/// Members may be added within `rulec.eval/1`; none is removed and none changes its meaning.
package let evalSchema = schemaOfTrees + schemaOfValues + schemaOfEvidence

/// The head of the schema, with areas and nodes.
private let schemaOfTrees = ##"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:rulec:eval:1",
    "title": "rulec eval, one customer (a line of ndjson) or all of them (json)",
    "anyOf": [{"$ref": "#/$defs/customer"}, {"type": "array", "items": {"$ref": "#/$defs/customer"}}],
    "$defs": {
      "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
      "number": {
        "type": "string",
        "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
        "description": "An exact decimal number."
      },
      "status": {"enum": ["met", "not-met"]},
      "cause": {"enum": ["fails", "no-data", "gate", null]},
      "range": {
        "type": "object",
        "properties": {
          "low": {"anyOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]},
          "high": {"anyOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]}
        },
        "required": ["low", "high"],
        "additionalProperties": true,
        "description": "A number known to lie between the ends; null is unbounded, equal ends are the number."
      },
      "rule": {
        "type": "object",
        "properties": {"file": {"type": "string"}, "line": {"type": "integer", "minimum": 1}},
        "required": ["file", "line"],
        "additionalProperties": true
      },
      "choice": {
        "type": "object",
        "properties": {
          "choice": {"type": "string"},
          "title": {"type": "string"},
          "option": {"type": "string"},
          "meaning": {"type": "string"},
          "isDefault": {"type": "boolean"}
        },
        "required": ["choice", "title", "option", "meaning", "isDefault"],
        "additionalProperties": true
      },
      "citation": {
        "type": "object",
        "properties": {
          "source": {"type": "string"},
          "title": {"type": "string"},
          "address": {"type": ["string", "null"]},
          "quote": {"type": ["string", "null"]}
        },
        "required": ["source", "title", "address", "quote"],
        "additionalProperties": true
      },
      "toPass": {
        "type": "array",
        "description": "The smallest changes of facts of the month that would make it met, smallest first; only where customers are asked for.",
        "items": {
          "type": "object",
          "properties": {
            "text": {"type": "string"},
            "steps": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/step"}}
          },
          "required": ["text", "steps"],
          "additionalProperties": true
        }
      },
      "step": {
        "type": "object",
        "description": "A listing that has to change; without a tenant, a new one, or so many as count says.",
        "properties": {
          "tenant": {"type": ["string", "null"]},
          "count": {"type": "integer", "minimum": 1},
          "item": {"type": "string"},
          "association": {"type": ["string", "null"]},
          "isNewAssociation": {"type": "boolean"},
          "amounts": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "measure": {"type": ["string", "null"]},
                "unit": {"type": "string"},
                "now": {"$ref": "#/$defs/number"},
                "change": {"$ref": "#/$defs/number"}
              },
              "required": ["measure", "unit", "now", "change"],
              "additionalProperties": true
            }
          }
        },
        "required": ["tenant", "count", "item", "association", "isNewAssociation", "amounts"],
        "additionalProperties": true
      },
      "area": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "status": {"$ref": "#/$defs/status"},
          "cause": {"$ref": "#/$defs/cause"},
          "reason": {"type": "string"},
          "toPass": {"$ref": "#/$defs/toPass"},
          "rule": {"$ref": "#/$defs/rule"},
          "nodes": {"type": "array", "items": {"$ref": "#/$defs/node"}}
        },
        "required": ["id", "title", "status", "cause", "reason", "rule", "nodes"],
        "additionalProperties": true
      },
      "node": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "kind": {"enum": ["gate", "metric", "leaf"]},
          "category": {"type": ["string", "null"]},
          "branch": {"type": ["string", "null"]},
          "status": {"$ref": "#/$defs/status"},
          "cause": {"$ref": "#/$defs/cause"},
          "change": {"enum": ["with growth", "in decline", "no change", null]},
          "criterion": {"type": ["string", "null"]},
          "source": {"type": ["string", "null"]},
          "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
          "current": {"anyOf": [{"$ref": "#/$defs/current"}, {"type": "null"}]},
          "required": {"anyOf": [{"$ref": "#/$defs/required"}, {"type": "null"}]},
          "gap": {"anyOf": [{"$ref": "#/$defs/gap"}, {"type": "null"}]},
          "toPass": {"$ref": "#/$defs/toPass"},
          "contribution": {"anyOf": [{"$ref": "#/$defs/contribution"}, {"type": "null"}]},
          "reason": {"type": "string"},
          "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
          "assumptions": {"type": "array", "items": {"$ref": "#/$defs/assumption"}},
          "rule": {"$ref": "#/$defs/rule"},
          "children": {"type": "array", "items": {"$ref": "#/$defs/node"}}
        },
        "required": [
          "id", "title", "kind", "category", "branch", "status", "cause", "change", "criterion",
          "source", "citations", "current", "required", "gap", "contribution", "reason",
          "evidence", "assumptions", "rule", "children"
        ],
        "additionalProperties": true
      },

  """##
