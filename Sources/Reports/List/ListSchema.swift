/// The JSON Schema (2020-12) that ``listJSON(_:into:)`` validates against.
///
/// Members may be added within `rulec.list/1`; none is removed and none changes its meaning.
package let listSchema = ##"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:rulec:list:1",
    "title": "rulec list",
    "type": "object",
    "properties": {
      "schema": {"const": "rulec.list/1"},
      "asOf": {
        "anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}],
        "description": "The month whose versions are listed; null for all versions."
      },
      "versions": {"type": "array", "items": {"$ref": "#/$defs/version"}},
      "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}}
    },
    "required": ["schema", "asOf", "versions", "sources"],
    "additionalProperties": true,
    "$defs": {
      "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
      "version": {
        "type": "object",
        "properties": {
          "area": {"type": ["string", "null"]},
          "track": {"type": ["string", "null"]},
          "kind": {
            "enum": [
              "value", "rate", "set", "criterion", "test", "points", "score", "step", "group",
              "measure", "rows", "track", "track-choice", "qualification", "retirement", "choice"
            ]
          },
          "id": {"type": "string", "description": "A name, or the path of a node."},
          "title": {"type": "string"},
          "name": {
            "type": ["string", "null"],
            "description": "Of a rate the name that it is for, of a choice the option."
          },
          "value": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
          "unit": {"type": "string"},
          "change": {
            "enum": ["=", "+", "-"],
            "description": "All members, or those that come or go. In a list of a month always `=`."
          },
          "members": {"type": "array", "items": {"type": "string"}},
          "text": {"type": "string"},
          "default": {"type": "boolean"},
          "from": {
            "anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}],
            "description": "The first month in force; null where nothing in the area has a date."
          },
          "firstSeen": {
            "type": "boolean",
            "description": "Whether `from` is only the first month in which it was seen."
          },
          "until": {
            "anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}],
            "description": "The last month in force; null while no end is known."
          },
          "reading": {
            "type": ["object", "null"],
            "description": "Null where it is in force under every reading.",
            "properties": {"choice": {"type": "string"}, "option": {"type": "string"}},
            "required": ["choice", "option"]
          },
          "citations": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {"source": {"type": "string"}, "quote": {"type": ["string", "null"]}},
              "required": ["source", "quote"]
            }
          },
          "file": {"type": "string"},
          "line": {"type": "integer", "minimum": 1}
        },
        "required": [
          "area", "track", "kind", "id", "title", "name", "from", "firstSeen", "until", "reading",
          "citations", "file", "line"
        ],
        "oneOf": [
          {"required": ["value", "unit"]}, {"required": ["change", "members"]},
          {"required": ["text"]}
        ],
        "additionalProperties": true
      },
      "source": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "address": {"type": ["string", "null"]},
          "date": {"type": ["string", "null"], "description": "As printed."},
          "citedBy": {"type": "integer", "minimum": 0},
          "file": {"type": "string"},
          "line": {"type": "integer", "minimum": 1}
        },
        "required": ["id", "title", "address", "date", "citedBy", "file", "line"],
        "additionalProperties": true
      }
    }
  }
  """##
