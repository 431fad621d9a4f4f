/// Values of nodes: what is current, required and missing to it.
let schemaOfValues = ##"""
      "current": {
        "oneOf": [
          {
            "type": "object",
            "properties": {
              "kind": {"const": "number"},
              "value": {"$ref": "#/$defs/number"},
              "unit": {"type": "string"}
            },
            "required": ["kind", "value", "unit"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "ratio"},
              "numerator": {"$ref": "#/$defs/number"},
              "denominator": {"$ref": "#/$defs/number"},
              "shown": {"type": "string"},
              "unit": {"type": "string"}
            },
            "required": ["kind", "numerator", "denominator", "shown", "unit"],
            "additionalProperties": true
          },
          {
            "type": "object",
            "properties": {
              "kind": {"const": "names"},
              "names": {"type": "array", "items": {"type": "string"}}
            },
            "required": ["kind", "names"],
            "additionalProperties": true
          }
        ]
      },
      "end": {
        "type": "object",
        "properties": {"value": {"$ref": "#/$defs/number"}, "isIncluded": {"type": "boolean"}},
        "required": ["value", "isIncluded"],
        "additionalProperties": true
      },
      "required": {
        "type": "object",
        "properties": {
          "text": {"type": "string"},
          "unit": {"type": "string"},
          "lower": {"anyOf": [{"$ref": "#/$defs/end"}, {"type": "null"}]},
          "upper": {"anyOf": [{"$ref": "#/$defs/end"}, {"type": "null"}]},
          "anyOf": {"type": "array", "items": {"type": "string"}},
          "noneOf": {"type": "array", "items": {"type": "string"}}
        },
        "required": ["text", "unit", "lower", "upper"],
        "additionalProperties": true
      },
      "gap": {
        "type": "object",
        "properties": {
          "amount": {"$ref": "#/$defs/number"},
          "unit": {"type": "string"},
          "isExclusive": {"type": "boolean"},
          "direction": {"enum": ["rise", "fall"]}
        },
        "required": ["amount", "unit", "isExclusive", "direction"],
        "additionalProperties": true
      },
      "contribution": {
        "type": "object",
        "properties": {"value": {"$ref": "#/$defs/number"}, "unit": {"type": "string"}},
        "required": ["value", "unit"],
        "additionalProperties": true
      },

  """##
