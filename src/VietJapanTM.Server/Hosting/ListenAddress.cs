using System.Net;
using System.Net.Sockets;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Hosting;

/// <summary>
/// An address that the server listens on. Without TLS and tokens only this machine may reach it, so every address that is not
/// loopback is refused.
/// </summary>
public sealed record ListenAddress
{
    private ListenAddress(Uri uri, IPAddress? address)
    {
        Uri = uri;
        Address = address;
    }

    /// <summary>The address as it was written.</summary>
    public Uri Uri { get; }

    /// <summary>
    /// The network address; null for the name <c>localhost</c> with a port, which stands for both loopback addresses. With port 0 it stands
    /// for IPv4 alone, because the system would choose another port for each.
    /// </summary>
    public IPAddress? Address { get; }

    /// <summary>The port; 0 lets the system choose one.</summary>
    public int Port => Uri.Port;

    /// <summary>Reads one or more addresses with semicolons between them.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.AddressRefused"/>: none, or one that <see cref="Parse"/> refuses.</exception>
    public static IReadOnlyList<ListenAddress> ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 ? [.. parts.Select(Parse)] : throw Refused("No address to listen on is given. Write http://localhost:5280.");
    }

    /// <summary>Reads an address such as <c>http://localhost:5280</c>.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.AddressRefused"/>: malformed, not loopback, or https.</exception>
    public static ListenAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.PathAndQuery is not ("/" or "") || uri.UserInfo.Length > 0)
        {
            var meant = !text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate("http://" + text, UriKind.Absolute, out var whole) && !whole.IsDefaultPort
                ? "http://" + text
                : "http://localhost:5280";
            throw Refused($"'{text}' is not an address to listen on. Write {meant}.");
        }

        if (uri.Scheme != Uri.UriSchemeHttp)
        {
            throw Refused($"'{text}' asks for {uri.Scheme}, which this version cannot serve. Write http://localhost:{uri.Port}.");
        }

        if (string.Equals(uri.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return new ListenAddress(uri, uri.Port == 0 ? IPAddress.Loopback : null);
        }

        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        {
            return new ListenAddress(uri, address);
        }

        throw Refused(
            $"'{text}' can be reached from other machines, and this version has neither TLS nor tokens to guard it. "
            + $"Listen on http://localhost:{uri.Port} and let others in through an SSH tunnel or a proxy that asks who they are.");
    }

    /// <summary>
    /// Finds out whether the port can be had, by taking it for a moment. Another process can still be faster; then the server's own
    /// attempt says the same a little later.
    /// </summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.AddressRefused"/>: somebody holds the port, or it may not be taken.</exception>
    public void RequireFree()
    {
        if (Port == 0)
        {
            return;
        }

        IPAddress[] addresses = Address is null ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [Address];
        foreach (var address in addresses)
        {
            try
            {
                using var listener = new TcpListener(address, Port);
                listener.Start();
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                throw CannotListen(Uri.GetLeftPart(UriPartial.Authority), e);
            }
            catch (SocketException)
            {
                // A machine without IPv6, for example: the server decides whether one of two addresses is enough.
            }
        }
    }

    /// <summary>What to throw where an address is taken.</summary>
    internal static DomainException CannotListen(string addresses, Exception cause) => new(
        ErrorCode.AddressRefused,
        $"Cannot listen on {addresses}: {cause.Message}. Stop the process that holds the port, or give another one with --urls.",
        innerException: cause);

    private static DomainException Refused(string message) => new(ErrorCode.AddressRefused, message, "urls");
}
