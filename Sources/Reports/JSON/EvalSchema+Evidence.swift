/// The rest of the schema: readings, evidence and customers.
let schemaOfEvidence = ##"""
      "reading": {
        "type": "object",
        "properties": {
          "kind": {"const": "reading"},
          "title": {"type": "string"},
          "tenant": {"type": ["string", "null"]},
          "item": {"type": ["string", "null"]},
          "month": {"$ref": "#/$defs/month"},
          "months": {"type": "integer", "minimum": 1},
          "value": {"$ref": "#/$defs/range"},
          "unit": {"type": "string"},
          "whole": {"anyOf": [{"$ref": "#/$defs/whole"}, {"type": "null"}]},
          "bounds": {"anyOf": [{"$ref": "#/$defs/bounds"}, {"type": "null"}]},
          "average": {
            "anyOf": [{"$ref": "#/$defs/bounds"}, {"type": "null"}],
            "description": "What the average of the months has to meet; the bounds are those of their sum."
          },
          "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
          "isWithin": {"$ref": "#/$defs/truth"},
          "isAtAssociation": {"type": "boolean"}
        },
        "required": [
          "kind", "title", "tenant", "item", "month", "months", "value", "unit", "whole", "bounds",
          "isWithin", "isAtAssociation"
        ],
        "additionalProperties": true
      },
      "part": {
        "type": "object",
        "properties": {
          "value": {"$ref": "#/$defs/range"},
          "unit": {"type": "string"},
          "rate": {"$ref": "#/$defs/number"},
          "rateUnit": {"type": "string"}
        },
        "required": ["value", "unit", "rate", "rateUnit"],
        "additionalProperties": true,
        "description": "A number of the download, and what one unit of it comes to in the reading's value."
      },
      "whole": {
        "type": "object",
        "properties": {
          "title": {"type": "string"},
          "value": {"$ref": "#/$defs/range"},
          "unit": {"type": "string"}
        },
        "required": ["title", "value", "unit"],
        "additionalProperties": true,
        "description": "What a share is of: the reading's value is a part of it, its bounds are in percent."
      },
      "bounds": {
        "type": "object",
        "properties": {
          "text": {"type": "string"},
          "unit": {"type": "string"},
          "lower": {"anyOf": [{"$ref": "#/$defs/end"}, {"type": "null"}]},
          "upper": {"anyOf": [{"$ref": "#/$defs/end"}, {"type": "null"}]}
        },
        "required": ["text", "unit", "lower", "upper"],
        "additionalProperties": true
      },
      "evidence": {
        "oneOf": [
          {"$ref": "#/$defs/reading"},
          {
            "type": "object",
            "properties": {
              "kind": {"const": "names"},
              "firstMonth": {"$ref": "#/$defs/month"},
              "lastMonth": {"$ref": "#/$defs/month"},
              "found": {"type": "array", "items": {"type": "string"}},
              "others": {"type": "array", "items": {"type": "string"}},
              "excludedItems": {"type": "array", "items": {"type": "string"}},
              "excludedAssociations": {"type": "array", "items": {"type": "string"}},
              "excludedCombinations": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {"item": {"type": "string"}, "association": {"type": "string"}},
                  "required": ["item", "association"],
                  "additionalProperties": true
                }
              }
            },
            "required": [
              "kind", "firstMonth", "lastMonth", "found", "others", "excludedItems",
              "excludedAssociations"
            ],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"enum": ["count", "sum"]},
              "role": {"enum": ["now", "baseline", "result"]},
              "title": {"type": "string"},
              "month": {"$ref": "#/$defs/month"},
              "months": {"type": "integer", "minimum": 1},
              "value": {"$ref": "#/$defs/range"},
              "unit": {"type": "string"}
            },
            "required": ["kind", "role", "title", "month", "months", "value", "unit"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "member"},
              "state": {"enum": ["gained", "kept", "lost", "possible", "current", "not counted"]},
              "tenant": {"type": ["string", "null"]},
              "item": {"type": ["string", "null"]},
              "now": {"$ref": "#/$defs/truth"},
              "then": {"anyOf": [{"$ref": "#/$defs/truth"}, {"type": "null"}]},
              "nowReadings": {"type": "array", "items": {"$ref": "#/$defs/reading"}},
              "thenReadings": {"type": "array", "items": {"$ref": "#/$defs/reading"}}
            },
            "required": ["kind", "state", "tenant", "item", "now", "then", "nowReadings", "thenReadings"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "contribution"},
              "tenant": {"type": "string"},
              "item": {"type": ["string", "null"]},
              "now": {"$ref": "#/$defs/range"},
              "baseline": {"$ref": "#/$defs/range"},
              "associationMonth": {"anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}]},
              "unit": {"type": "string"}
            },
            "required": ["kind", "tenant", "item", "now", "baseline", "associationMonth", "unit"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "missing"},
              "table": {"type": "string"},
              "months": {"type": "array", "items": {"$ref": "#/$defs/month"}},
              "tenant": {"type": ["string", "null"]},
              "item": {"type": ["string", "null"]}
            },
            "required": ["kind", "table", "months", "tenant", "item"],
            "additionalProperties": true
          }
        ]
      },
      "truth": {"enum": ["no", "unknown", "yes"]},
      "assumption": {
        "oneOf": [
          {
            "type": "object",
            "properties": {
              "kind": {"const": "older-association"},
              "tenant": {"type": "string"},
              "item": {"type": "string"}
            },
            "required": ["kind", "tenant", "item"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {"kind": {"const": "no-rate"}, "item": {"type": "string"}},
            "required": ["kind", "item"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "unknown-as-no"},
              "tenant": {"type": "string"},
              "group": {"type": "string"},
              "month": {"$ref": "#/$defs/month"}
            },
            "required": ["kind", "tenant", "group", "month"],
            "additionalProperties": true
          }
        ]
      },
      "customer": {
        "type": "object",
        "properties": {
          "schema": {"const": "rulec.eval/1"},
          "asOf": {"$ref": "#/$defs/month"},
          "customer": {
            "type": "object",
            "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
            "required": ["id", "name"],
            "additionalProperties": true
          },
          "choices": {"type": "array", "items": {"$ref": "#/$defs/choice"}},
          "areas": {"type": "array", "items": {"$ref": "#/$defs/area"}}
        },
        "required": ["schema", "asOf", "customer", "choices", "areas"],
        "additionalProperties": true
      }
    }
  }

  """##
