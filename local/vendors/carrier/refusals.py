"""How Twilio says no: a code, a sentence, an HTTP status."""

from __future__ import annotations

from starlette.responses import JSONResponse

# Sentences as Twilio gives them (twilio.com/docs/api/errors).
SENTENCES = {
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    20429: (429, "Too Many Requests"),
    20500: (500, "An internal server error has occurred"),
    21211: (400, "Invalid 'To' Phone Number"),
    21602: (400, "Message body is required."),
    21603: (400, "A 'From' phone number is required."),
    21604: (400, "A 'To' phone number is required."),
    21606: (400, "The 'From' phone number is not a valid, SMS-capable phone number of this account."),
    21609: (400, "The StatusCallback URL is not a valid URL."),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21614: (400, "'To' number is not a valid mobile number"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit."),
}
# What befalls a message after it was accepted.
FATES = {
    30003: "Unreachable destination handset",
    30004: "Message blocked",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
}


class RefusalError(Exception):
    """The carrier does not take this request; `code` is Twilio's."""

    def __init__(self, code: int, detail: str = "") -> None:
        self.code = code
        self.status, sentence = SENTENCES.get(code, (400, "The request was refused"))
        self.sentence = f"{sentence}: {detail}" if detail else sentence
        super().__init__(self.sentence)

    def response(self) -> JSONResponse:
        more = f"https://www.twilio.com/docs/errors/{self.code}"
        body = {"code": self.code, "message": self.sentence, "more_info": more, "status": self.status}
        return JSONResponse(body, status_code=self.status)
