/// The JSON Schema (2020-12) that ``scoreJSON(_:into:)`` validates against.
///
/// Members may be added within `rulec.score/1`; none is removed and none changes its meaning.
package let scoreSchema = schemaOfScores + schemaOfEndings + schemaOfScoreOptions

/// The head of the schema, with blocks, metrics and the window.
private let schemaOfScores = ##"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:rulec:score:1",
    "title": "rulec score",
    "type": "object",
    "properties": {
      "schema": {"const": "rulec.score/1"},
      "asOf": {"$ref": "#/$defs/month"},
      "choices": {"type": "array", "items": {"type": "object"}},
      "areas": {"type": "array", "items": {"$ref": "#/$defs/block"}},
      "designations": {"type": "array", "items": {"$ref": "#/$defs/designation"}},
      "endingCertificates": {
        "type": "array",
        "description": "What expires or retires soon after the as-of month.",
        "items": {"$ref": "#/$defs/ending"}
      },
      "endingTogether": {
        "type": "array",
        "description": "What designations lose when all that end do.",
        "items": {"$ref": "#/$defs/cost"}
      }
    },
    "required": [
      "schema", "asOf", "choices", "areas", "designations", "endingCertificates", "endingTogether"
    ],
    "additionalProperties": true,
    "$defs": {
      "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
      "number": {
        "type": "string",
        "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
        "description": "An exact decimal number."
      },
      "truth": {"type": ["boolean", "null"], "description": "Null where facts leave it open."},
      "points": {
        "type": "object",
        "properties": {
          "exact": {
            "type": "object",
            "properties": {
              "numerator": {"type": "string", "pattern": "^-?[0-9]+$"},
              "denominator": {"type": "string", "pattern": "^[1-9][0-9]*$"}
            },
            "required": ["numerator", "denominator"],
            "additionalProperties": true
          },
          "shown": {"$ref": "#/$defs/number"}
        },
        "required": ["exact", "shown"],
        "additionalProperties": true
      },
      "block": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "tree": {"type": "string"},
          "track": {"type": ["string", "null"]},
          "counts": {"type": "boolean"},
          "mayCount": {"type": "boolean", "description": "True also where missing facts choose."},
          "choice": {"type": ["string", "null"]},
          "points": {"$ref": "#/$defs/points"},
          "possible": {"$ref": "#/$defs/points"},
          "max": {"$ref": "#/$defs/number"},
          "required": {"type": ["string", "null"]},
          "qualified": {"$ref": "#/$defs/truth"},
          "obstacles": {"type": "array", "items": {"type": "string"}},
          "reason": {"type": "string"},
          "toQualify": {
            "type": ["string", "null"],
            "description": "The smallest ways to qualify; null where there is none to tell."
          },
          "categories": {"type": "array", "items": {"$ref": "#/$defs/category"}},
          "metrics": {"type": "array", "items": {"$ref": "#/$defs/metric"}}
        },
        "required": [
          "id", "title", "tree", "track", "counts", "mayCount", "choice", "points", "possible", "max",
          "required", "qualified", "obstacles", "reason", "toQualify", "categories", "metrics"
        ],
        "additionalProperties": true
      },
      "category": {
        "type": "object",
        "description": "A heading over metrics, with what they earn together.",
        "properties": {
          "id": {"type": "string"},
          "title": {"type": "string"},
          "points": {"$ref": "#/$defs/points"},
          "possible": {"$ref": "#/$defs/points"},
          "max": {"$ref": "#/$defs/number"}
        },
        "required": ["id", "title", "points", "possible", "max"],
        "additionalProperties": true
      },
      "designation": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "area": {"type": "string"},
          "track": {"type": ["string", "null"]},
          "earned": {"$ref": "#/$defs/truth"},
          "firstQualified": {"anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}]},
          "earnedUntil": {
            "anyOf": [{"$ref": "#/$defs/month"}, {"type": "null"}],
            "description": "The last month that looks back on a month that qualified."
          },
          "reason": {"type": ["string", "null"]},
          "months": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "month": {"$ref": "#/$defs/month"},
                "state": {"enum": ["scored", "absent", "uncovered", "no-criteria"]},
                "area": {"type": ["string", "null"]},
                "track": {"type": ["string", "null"]},
                "points": {"anyOf": [{"$ref": "#/$defs/points"}, {"type": "null"}]},
                "possible": {"anyOf": [{"$ref": "#/$defs/points"}, {"type": "null"}]},
                "qualified": {"$ref": "#/$defs/truth"},
                "obstacles": {"type": "array", "items": {"type": "string"}}
              },
              "required": ["month", "state", "area", "track", "points", "qualified"],
              "additionalProperties": true
            }
          }
        },
        "required": ["id", "area", "track", "earned", "firstQualified", "earnedUntil", "reason", "months"],
        "additionalProperties": true
      },

  """##

/// What ends soon, with what each would cost when only it is left out.
private let schemaOfEndings = ##"""
      "cost": {
        "type": "object",
        "properties": {
          "area": {"type": "string"},
          "points": {"$ref": "#/$defs/points", "description": "What is lost."},
          "qualified": {"$ref": "#/$defs/truth", "description": "Whether it still qualifies then."}
        },
        "required": ["area", "points", "qualified"],
        "additionalProperties": true
      },
      "ending": {
        "type": "object",
        "properties": {
          "certificate": {"type": "string"},
          "person": {"type": "string"},
          "personName": {"type": "string"},
          "day": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The last day on which it counts."
          },
          "reason": {"enum": ["expires", "retires"]},
          "costs": {"type": "array", "items": {"$ref": "#/$defs/cost"}}
        },
        "required": ["certificate", "person", "day", "reason", "costs"],
        "additionalProperties": true
      },

  """##
