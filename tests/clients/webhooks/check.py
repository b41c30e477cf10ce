# Reads deliveries from standard input, one JSON object a line, and prints for each whether the documented code accepts it.
import base64, json, os, sys
from verify import verify

for line in sys.stdin:
    delivery = json.loads(line)
    body = base64.b64decode(delivery["body"])
    print("accepted " + json.loads(body)["type"] if verify(os.environ["WEBHOOK_SECRET"], delivery["headers"], body) else "refused")
