/// Metrics with their options and distances.
let schemaOfScoreOptions = ##"""
      "metric": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "category": {"type": ["string", "null"], "description": "The id of its heading."},
          "measure": {"type": "string"},
          "target": {"type": "string"},
          "unit": {"type": "string"},
          "points": {"$ref": "#/$defs/points"},
          "possible": {"$ref": "#/$defs/points"},
          "max": {"$ref": "#/$defs/number"},
          "reason": {"type": "string"},
          "options": {"type": "array", "items": {"$ref": "#/$defs/option"}},
          "openCustomers": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Ids of customers whose part is not exactly known."
          },
          "missing": {
            "type": "array",
            "items": {"type": "object"},
            "description": "Facts that would settle it, as in the evidence of rulec.eval/1."
          },
          "toMaximum": {"$ref": "#/$defs/ways"},
          "toPositive": {"$ref": "#/$defs/ways"},
          "citations": {"type": "array", "items": {"type": "object"}},
          "rule": {
            "type": "object",
            "properties": {"file": {"type": "string"}, "line": {"type": "integer", "minimum": 1}},
            "required": ["file", "line"],
            "additionalProperties": true
          }
        },
        "required": [
          "id", "title", "category", "measure", "target", "unit", "points", "possible", "max", "reason",
          "options", "openCustomers", "missing", "toMaximum", "toPositive", "citations", "rule"
        ],
        "additionalProperties": true
      },
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
      "option": {
        "type": "object",
        "properties": {
          "kind": {"enum": ["leaf", "step"]},
          "id": {"type": "string"},
          "title": {"type": "string"},
          "under": {"type": ["string", "null"]},
          "measure": {"$ref": "#/$defs/range"},
          "growth": {
            "anyOf": [
              {"type": "null"},
              {
                "type": "object",
                "properties": {
                  "change": {"$ref": "#/$defs/range"},
                  "baseline": {"$ref": "#/$defs/range"},
                  "unit": {"type": "string"}
                },
                "required": ["change", "baseline", "unit"],
                "additionalProperties": true
              }
            ]
          },
          "unit": {"type": "string"},
          "target": {"anyOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]},
          "max": {"anyOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]},
          "points": {"$ref": "#/$defs/points"},
          "possible": {"$ref": "#/$defs/points"},
          "counts": {"type": "boolean"},
          "obstacle": {"enum": ["no-baseline", "below-floor", "incomplete", null]},
          "reason": {"type": "string"},
          "needs": {"anyOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]},
          "after": {"type": "array", "items": {"type": "string"}},
          "people": {"type": "array", "items": {"type": "string"}},
          "peopleNames": {
            "type": "array",
            "items": {"type": "string"},
            "description": "As people know them, in the order of people: such as by e-mail."
          }
        },
        "required": [
          "kind", "id", "title", "under", "measure", "growth", "unit", "target", "max", "points",
          "possible", "counts", "obstacle", "reason"
        ],
        "additionalProperties": true
      },
      "ways": {
        "type": "array",
        "description": "Each way is a list of additions that do it together.",
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "option": {"type": "string"},
              "amount": {"type": "string", "pattern": "^[0-9]+$"},
              "unit": {"type": "string"}
            },
            "required": ["option", "amount", "unit"],
            "additionalProperties": true
          }
        }
      }
    }
  }
  """##
